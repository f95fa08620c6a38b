// What a cell gives: text as it comes, drawings, the last value, and what stopped it.

import { make } from "./dom.js";
import { sanitise } from "./sanitise.js";

const LONGEST = 40_000; // characters of text kept on screen

export class Output {
  #place;
  #text = null;
  #note = null;

  constructor(place) {
    this.#place = place;
  }

  clear() {
    this.#place.replaceChildren();
    this.#place.hidden = true;
    this.#text = null;
  }

  /** A word while waiting; the first output takes its place. */
  wait(words) {
    this.clear();
    this.#note = make("p", { class: "soft" }, words);
    this.#add(this.#note);
  }

  note(...words) {
    this.#add(make("p", { class: "soft small" }, ...words));
  }

  show(item) {
    this.#note?.remove();
    this.#note = null;
    if (item.kind === "text") this.#write(item.text);
    else if (item.html) this.#draw(item);
    else this.#add(make("pre", { class: "out-text" }, item.text));
  }

  /** Takes away what Python said of the error: the teacher's judge says it better. */
  withoutErrors() {
    for (const error of this.#place.querySelectorAll(".out-error")) error.remove();
    if (!this.#place.childElementCount) this.clear();
  }

  get isEmpty() {
    return !this.#place.childElementCount;
  }

  #write(text) {
    if (!this.#text) this.#text = this.#add(make("pre", { class: "out-text" }));
    const whole = this.#text.textContent + text;
    this.#text.textContent = whole.length > LONGEST ? `…\n${whole.slice(-LONGEST)}` : whole;
  }

  #draw({ kind, html, place, again }) {
    const drawing = make("div", { class: kind === "error" ? "out-error" : "out-display" });
    drawing.append(sanitise(html));
    if (place) drawing.dataset.place = place;
    const before = again && place ? document.querySelector(`.out-display[data-place="${CSS.escape(place)}"]`) : null;
    if (before) before.replaceWith(drawing);
    else this.#add(drawing);
  }

  #add(element) {
    this.#text = null;
    this.#place.hidden = false;
    this.#place.append(element);
    return element;
  }
}
