// « Explique avec tes mots »: a text for the teacher, saved as it is typed, and what the teacher answered.

import { decimal, make, rich } from "./dom.js";

const BEFORE = "Écris ta réponse ici."; // what the released cell holds

export class FreeText {
  onChange = () => {};
  onRead = () => {}; // the teacher's answer came on screen

  constructor(section, { saved, free }) {
    this.section = section;
    this.id = section.dataset.free;
    this.name = section.dataset.name;
    this.area = section.querySelector("textarea");
    this.receive(saved ?? free?.text ?? "");
    this.area.addEventListener("input", () => (this.#grow(), this.onChange(this.whole)));
    if (free) this.#answer(free);
  }

  get whole() {
    return this.area.value.trim() ? this.area.value : BEFORE;
  }

  receive(whole) {
    this.area.value = whole === BEFORE ? "" : whole;
    this.#grow();
  }

  /** The paper is as long as the text. */
  #grow() {
    const lines = this.area.value.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 1);
    this.area.rows = Math.max(6, lines + 1);
  }

  #watch(reply) {
    const watcher = new IntersectionObserver(([seen]) => {
      if (!seen.isIntersecting) return;
      watcher.disconnect();
      this.onRead();
    });
    watcher.observe(reply);
  }

  #answer({ answered, points, max, comment }) {
    if (points === null && !comment) return;
    const dot = answered ? make("span", { class: "dot-new", role: "img", "aria-label": "Nouveau" }) : null;
    const mark = points === null ? "" : make("span", { class: "tag done" }, `${decimal(points)} sur ${decimal(max)}`);
    this.section
      .querySelector(".after")
      .replaceChildren(
        make(
          "div",
          { class: "card reply" },
          make("p", { class: "row" }, dot ?? "", make("b", {}, "Ton professeur t’a répondu"), mark),
        ),
      );
    if (comment) this.section.querySelector(".reply").append(make("p", {}, rich(comment)));
    if (answered) this.#watch(this.section.querySelector(".reply"));
  }
}
