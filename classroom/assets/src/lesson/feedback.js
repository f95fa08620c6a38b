// What is said after a check, in this order: what happened, the example, the ladder of hints; or the badge.

import { icon, make, point, rich } from "./dom.js";

const TITLES = {
  passed: "C’est juste\u202f!",
  wrong: "Presque\u202f!",
  raised: "Python s’est arrêté en route.",
  timed_out: "Ta fonction n’a pas fini.",
  not_attempted: "Cette case t’attend.",
  grader_error: "Un problème de notre côté.",
};
const FIRST_WORDS = /^([^.!?:`]{2,40}[\u202f\u00a0 ]!)\s+(.+)$/s; // « Bravo pour le point du début ! … »
const CONFETTI = [
  [12, 40, 4, "a"],
  [24, 14, 3, "b"],
  [60, 4, 4, "c"],
  [100, 12, 3, "d"],
  [112, 44, 4, "e"],
  [110, 84, 3, "a"],
  [86, 112, 4, "b"],
  [36, 112, 3, "d"],
  [10, 82, 3.5, "c"],
];
const SVG = "http://www.w3.org/2000/svg";

/** Not yet: never a reproach, always something to look at. `ladder` is what hintLadder made, or null. */
export function notYet(verdict, { ladder = null, name }) {
  const waits = verdict.outcome === "not_attempted" || verdict.outcome === "grader_error";
  const [title, message] = titled(verdict);
  return make(
    "section",
    { class: waits ? "feedback calm" : "feedback", "aria-label": `Retour sur ${name}` },
    point(waits ? "" : "think"),
    make("div", {}, make("h3", {}, rich(title)), ...paragraphs(message)),
    verdict.example && exampleTable(verdict.example),
    ladder,
  );
}

export function waiting(words) {
  return make(
    "section",
    { class: "feedback calm" },
    point(""),
    make("div", {}, make("h3", {}, words[0]), make("p", {}, words[1])),
  );
}

/** `badges`: those just won, as { title, picture, proves }; `said`: how far the lesson is; `next`: where to go. */
export function passed(verdict, { badges, said, next, name }) {
  const [badge] = badges;
  const [title, message] = titled(verdict);
  const known = [verdict.choice_reason, verdict.built];
  const heading = badge ? `${title} Badge «\u00a0${badge.title}\u00a0»` : title;
  return make(
    "section",
    { class: "feedback right", "aria-label": `${name} réussi` },
    prize(badge),
    make("h3", {}, rich(heading)),
    make(
      "div",
      {},
      ...paragraphs(verdict.choice_reason ?? ""),
      ...paragraphs(known.includes(message) || known.includes(verdict.message) ? "" : message),
      ...paragraphs(verdict.built ?? ""),
      ...badges.map((won) => make("p", { class: "small" }, make("b", {}, won.title), ". ", rich(won.proves))),
      said && make("p", { class: "small soft" }, said),
    ),
    next && make("div", { class: "row" }, make("a", { class: "btn main", href: next }, "Continuer ", icon("next"))),
  );
}

function prize(badge) {
  if (!badge) return make("div", { class: "prize plain" }, point("joy"));
  return make("div", { class: "prize" }, confetti(), make("img", { src: badge.picture, alt: "" }));
}

function confetti() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 124 116");
  svg.setAttribute("aria-hidden", "true");
  for (const [cx, cy, r, colour] of CONFETTI) {
    const dot = document.createElementNS(SVG, "circle");
    for (const [name, value] of Object.entries({ cx, cy, r, class: `dot-${colour}` })) dot.setAttribute(name, value);
    svg.append(dot);
  }
  return svg;
}

function titled({ outcome, message }) {
  const found = outcome === "passed" || outcome === "wrong" ? FIRST_WORDS.exec(message ?? "") : null;
  return found ? [found[1], found[2]] : [TITLES[outcome] ?? TITLES.wrong, message ?? ""];
}

const paragraphs = (text) =>
  text
    .split(/\n+/)
    .filter(Boolean)
    .map((line) => make("p", {}, rich(line)));

function exampleTable({ call, got, expected }) {
  const heads = ["Pour", "tu donnes", "on attend"].map((word) => make("th", { scope: "col" }, word));
  const values = [call, got, expected].map((value) => make("td", {}, make("code", {}, value)));
  return make(
    "div",
    { class: "example-scroll", tabindex: "0", role: "group", "aria-label": "Un exemple" },
    make(
      "table",
      { class: "example" },
      make("thead", {}, make("tr", {}, ...heads)),
      make("tbody", {}, make("tr", {}, ...values)),
    ),
  );
}
