// The buttons and tags of the top bar: saved, Python, larger text, help; and the word that the pupil is there.

import { icon } from "./dom.js";

const PRESENCE = 30_000; // milliseconds
const SAVED = {
  saved: "Enregistré",
  saving: "J’enregistre…",
  offline: "Gardé ici",
  expired: "Gardé ici",
  refused: "Gardé ici",
};
const PYTHON = {
  starting: ["", "Python", " se prépare"],
  ready: ["done", "Python prêt", ""],
  running: ["action", "Python travaille", ""],
  broken: ["retry", "Python absent", ""],
};

const words = (text, kind = "") =>
  Object.assign(document.createElement("span"), { textContent: text, className: kind });

export function showSaved(state) {
  const tag = document.getElementById("saved");
  if (tag.dataset.state === state) return;
  tag.dataset.state = state;
  tag.className = `tag${state === "offline" || state === "expired" || state === "refused" ? " retry" : ""}`;
  tag.replaceChildren(icon("saved"), words(SAVED[state], state === "saving" || state === "saved" ? "wide-only" : ""));
  tag.setAttribute("aria-label", SAVED[state]);
}

export function showPython(state) {
  const [kind, name, more] = PYTHON[state];
  const tag = document.getElementById("python");
  tag.className = `tag ${kind}`;
  tag.replaceChildren(
    state === "ready" ? icon("check") : words("", "spinner"),
    words(name, "python-word"),
    words(more, "wide-only"),
  );
}

/** At once here; the server remembers it with a cookie, for every page. */
export function readingButton(server) {
  const button = document.getElementById("reading");
  button.addEventListener("click", () => {
    const airy = document.documentElement.dataset.reading !== "airy";
    if (airy) document.documentElement.dataset.reading = "airy";
    else delete document.documentElement.dataset.reading;
    button.setAttribute("aria-pressed", airy);
    server.toggleReading();
  });
}

export function handButton(server, isRaised, onTrouble) {
  const button = document.getElementById("hand");
  let raised = isRaised;
  const show = () => {
    button.setAttribute("aria-pressed", raised);
    button.classList.toggle("raised", raised);
    button.querySelector(".hand-word").textContent = raised ? "J’ai levé la main" : "Besoin d’aide\u202f?";
  };
  button.addEventListener("click", async () => {
    try {
      ({ raised } = await server.post("main/", { raised: !raised }));
      show();
    } catch (trouble) {
      onTrouble(trouble);
    }
  });
  show();
  return (now) => {
    raised = now;
    show();
  };
}

/** Tells the teacher's board that somebody is here, while the page is looked at, and learns that the hand was seen. */
export function sayPresence(server, showHand) {
  const say = async () => {
    if (document.visibilityState !== "visible") return;
    const { raised } = await server.post("presence/").catch(() => ({}));
    if (raised !== undefined) showHand(raised);
  };
  setInterval(say, PRESENCE);
  say();
}
