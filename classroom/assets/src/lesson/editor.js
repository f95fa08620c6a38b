// The editor of one cell. Tab indents; Escape, then Tab, leaves it: nobody is locked in.

import "./style_sheets.js";

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, insertTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Annotation, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

import { blanks } from "./blanks.js";
import { lookAt, looking } from "./looking.js";

const fromElsewhere = Annotation.define();

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null], color: "var(--code-keyword)" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))],
    color: "var(--code-name)",
  },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.number, color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
]);

const theme = EditorView.theme({
  "&": { backgroundColor: "var(--code-ground)", color: "var(--ink)" },
  "&.cm-focused": { outline: "3px solid var(--action)", outlineOffset: "-3px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", fontSize: ".94em", lineHeight: "1.8", letterSpacing: "normal" },
  ".cm-content": {
    padding: "var(--s3) 0",
    caretColor: "var(--ink)",
    fontVariantLigatures: "none",
    wordSpacing: "normal",
  },
  ".cm-line": { padding: "0 var(--s4) 0 var(--s3)" },
  ".cm-gutters": {
    backgroundColor: "var(--code-ground)",
    color: "var(--ink-faint)",
    borderRight: "1px solid var(--line)",
  },
  ".cm-lineNumbers .cm-gutterElement": {
    minWidth: "3.2rem",
    padding: "0 var(--s3) 0 0",
    fontSize: ".85em",
    lineHeight: "2.118",
  },
  ".cm-cursor": { borderLeft: "2px solid var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--action-edge)",
  },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--action-tint)",
    outline: "1px solid var(--action-edge)",
  },
});

const typing = EditorView.domEventHandlers({ beforeinput: typeOver });

const keys = (onRun, onVerify) =>
  keymap.of([
    { key: "Shift-Enter", run: () => (onRun(), true) },
    { key: "Mod-Enter", run: () => ((onVerify ?? onRun)(), true) },
    { key: "Escape", run: (view) => (view.setTabFocusMode(true), false) },
    { key: "Tab", run: indentOrSpaces, shift: indentLess },
    ...closeBracketsKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]);

/** What is typed over a selection replaces it: left alone, the browser would try to keep its style with a style
    attribute, which the policy refuses; and a quote would go around a blank instead of into its place. */
function typeOver(event, view) {
  const { main } = view.state.selection;
  if (event.inputType !== "insertText" || main.empty || view.composing || !event.data) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type" });
  return true;
}

/** At the beginning of a line or on a selection, one step; elsewhere, up to the next step of four. */
function indentOrSpaces(view) {
  const { state } = view;
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (!main.empty || !line.text.slice(0, main.head - line.from).trim()) return indentMore(view);
  return insertTab(view);
}

export class Editor {
  /** `release`: the cell as everybody received it, whose blanks are shown. */
  constructor({ place, source, release, label, readOnly = false, onChange, onRun, onVerify }) {
    const changed = EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      update.view.setTabFocusMode(false);
      if (!update.transactions.some((transaction) => transaction.annotation(fromElsewhere))) onChange(this.source);
    });
    const writing = readOnly
      ? [EditorState.readOnly.of(true), EditorView.editable.of(false)]
      : [history(), closeBrackets(), indentOnInput(), keys(onRun, onVerify), blanks(release), typing, changed];
    const described = { "aria-label": label, autocapitalize: "off", autocorrect: "off", spellcheck: "false" };
    const shown = readOnly ? { ...described, tabindex: "0", role: "group" } : described;
    const state = EditorState.create({
      doc: source,
      extensions: [
        lineNumbers(),
        drawSelection(),
        bracketMatching(),
        looking,
        python(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        syntaxHighlighting(colours),
        theme,
        EditorView.contentAttributes.of(shown),
        ...writing,
      ],
    });
    place.replaceChildren();
    this.view = new EditorView({ state, parent: place });
  }

  get source() {
    return this.view.state.doc.toString();
  }

  /** Typed by a button for the pupil: it can be undone, and is saved. */
  type(source) {
    this.#replace(source);
  }

  /** Came from another window: nothing to save. */
  receive(source) {
    if (source !== this.source) this.#replace(source, fromElsewhere.of(true));
  }

  /** Points at a line, numbered from 1; 0 for none. */
  lookAt(line) {
    this.view.dispatch({ effects: lookAt.of(line) });
  }

  focus() {
    this.view.focus();
  }

  #replace(insert, annotations) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert }, annotations });
  }
}
