// The line that Point asks to look at; it stays so until the cell is changed.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

export const lookAt = StateEffect.define();
const mark = Decoration.line({ class: "look" });

export const looking = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) if (effect.is(lookAt)) next = at(transaction.state, effect.value);
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function at(state, line) {
  return line >= 1 && line <= state.doc.lines
    ? Decoration.set([mark.range(state.doc.line(line).from)])
    : Decoration.none;
}
