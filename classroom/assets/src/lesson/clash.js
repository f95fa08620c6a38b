// Two windows changed the same cell: both versions are shown, and the pupil chooses.

import { make, point } from "./dom.js";

const HEADER = /^# À toi de jouer\n|^# Expérience\n/; // the cell's bar says it already

export function clashCard({ mine, theirs, onMine, onTheirs }) {
  const card = make(
    "section",
    { class: "feedback clash", "aria-label": "Deux versions de cette case" },
    point("think"),
    make(
      "div",
      {},
      make("h3", {}, "Cette case a changé dans une autre fenêtre."),
      make("p", {}, "Rien n’est perdu\u00a0: voici les deux versions. Laquelle veux-tu garder\u202f?"),
    ),
    make("div", { class: "versions" }, version("Dans cette fenêtre", mine), version("Dans l’autre fenêtre", theirs)),
    make(
      "div",
      { class: "row" },
      make("button", { class: "btn main", onclick: () => (card.remove(), onMine()) }, "Garder celle-ci"),
      make("button", { class: "btn", onclick: () => (card.remove(), onTheirs()) }, "Prendre l’autre"),
    ),
  );
  return card;
}

const version = (title, source) =>
  make(
    "figure",
    {},
    make("figcaption", { class: "small" }, title),
    make("pre", { class: "code", tabindex: "0" }, source.replace(HEADER, "")),
  );
