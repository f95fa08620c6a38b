// The blanks of an answer: `____` to fill, underlined as the tiles of the course; still underlined once filled.

import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";

const BLANK = /_{4,}/g;
const empty = Decoration.mark({ class: "blank" });
const filled = Decoration.mark({ class: "blank filled" });

export const blanksIn = (source) => [...withoutComments(source).matchAll(BLANK)].length;

const withoutComments = (source) => source.replace(/#.*$/gm, "");

export function blanks(release) {
  const shape = shapeOf(release);
  const shown = ViewPlugin.define(
    (view) => ({
      marks: marksIn(view, shape),
      update(update) {
        if (update.docChanged) this.marks = marksIn(update.view, shape);
      },
    }),
    { decorations: (plugin) => plugin.marks },
  );
  return [shown, EditorView.domEventHandlers({ mouseup: selectBlank })];
}

/** What the released code looks like around its blanks, or null when it has none. */
function shapeOf(release) {
  const pieces = release.split(BLANK);
  if (pieces.length < 2) return null;
  const escaped = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join("([^\\n]*?)")}$`, "d");
}

function marksIn(view, shape) {
  const source = view.state.doc.toString();
  const found = shape?.exec(source);
  const ranges = found
    ? found.indices.slice(1)
    : [...source.matchAll(BLANK)].map((at) => [at.index, at.index + at[0].length]);
  const marks = new RangeSetBuilder();
  for (const [from, to] of ranges) {
    if (to > from) marks.add(from, to, /^_{4,}$/.test(source.slice(from, to)) ? empty : filled);
  }
  return marks.finish();
}

/** A click on a blank takes it whole: what is typed replaces it. */
function selectBlank(_, view) {
  const { main } = view.state.selection;
  if (!main.empty) return;
  const line = view.state.doc.lineAt(main.head);
  for (const at of line.text.matchAll(BLANK)) {
    const [from, to] = [line.from + at.index, line.from + at.index + at[0].length];
    if (main.head > from && main.head < to) view.dispatch({ selection: { anchor: from, head: to } });
  }
}
