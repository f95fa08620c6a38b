// The ladder of hints: each rung is asked from the server when it is opened, and remembered there.

import { make, rich } from "./dom.js";

const NAMES = ["L’idée", "Un exemple fait à la main", "La ligne à regarder"];

/** `ask(rung)` gives the hints up to that rung, or null when the server could not be reached. */
export function hintLadder({ count, seen, ask }) {
  const rungs = Array.from({ length: count }, (_, rank) => rungOf(rank + 1, ask));
  if (seen) rungs.slice(0, seen).forEach((rung) => rung.classList.add("seen"));
  return make("div", { class: "hints" }, make("b", {}, "Un indice\u202f?"), ...rungs);
}

function rungOf(rank, ask) {
  const words = make("p", {}, "…");
  const summary = make(
    "summary",
    {},
    make("span", { class: "rung" }, String(rank)),
    ` ${NAMES[rank - 1] ?? "Encore une idée"}`,
  );
  const rung = make("details", { class: "hint" }, summary, words);
  let known = false;
  rung.addEventListener("toggle", async () => {
    if (!rung.open || known) return;
    const hints = await ask(rank);
    known = Boolean(hints);
    words.replaceChildren(known ? rich(hints[rank - 1]) : "Pas de connexion\u00a0: réessaie dans un instant.");
  });
  return rung;
}
