// One cell of the page: its editor, its buttons, what it gives.

import { blanksIn } from "./blanks.js";
import { icon, plural } from "./dom.js";
import { Editor } from "./editor.js";
import { Output } from "./output.js";

export class Cell {
  onChange = () => {}; // (whole source)
  onRun = () => {};
  onStop = () => {};
  onVerify = () => {};

  /** `info`: { id, kind, head, source } as released; `section` is null for a cell that is never shown. */
  constructor(info, section, saved) {
    this.id = info.id;
    this.kind = info.kind;
    this.item = info.item;
    this.section = section;
    this.release = info.source;
    const whole = saved ?? info.head + info.source;
    this.head = whole.startsWith(info.head) ? info.head : "";
    this.releaseHead = info.head;
    if (section) this.#build(whole.slice(this.head.length));
  }

  get isAnswer() {
    return this.kind === "answer";
  }

  get isGiven() {
    return this.kind === "given" || this.kind === "tools";
  }

  /** As it is run: without the header that the cell's bar shows. */
  get source() {
    return this.editor && !this.isGiven ? this.editor.source : this.release;
  }

  /** As it is saved. */
  get whole() {
    return this.head + this.source;
  }

  button(name) {
    return this.section.querySelector(`[data-do="${name}"]`);
  }

  /** Another window changed it, or the pupil chose the other version. */
  receive(whole) {
    this.head = whole.startsWith(this.releaseHead) ? this.releaseHead : "";
    this.editor.receive(whole.slice(this.head.length));
    this.#refresh();
  }

  setRunning(running) {
    const button = this.button("run");
    button.classList.toggle("stop", running);
    button.replaceChildren(icon(running ? "stop" : "play"), ` ${running ? "Arrêter" : "Exécuter"}`);
    this.section.setAttribute("aria-busy", running);
    this.isRunning = running;
  }

  setVerifying(verifying) {
    const button = this.button("verify");
    button.setAttribute("aria-disabled", verifying);
    button.querySelector("span").textContent = verifying ? "Je regarde…" : "Vérifier";
    this.isVerifying = verifying;
  }

  showTime({ ms, stopped }) {
    const seconds = (ms / 1000).toFixed(1).replace(".", ",");
    const words = stopped ? "arrêté" : ms < 100 ? "" : `${seconds} s`;
    this.section.querySelector('[data-role="time"]').textContent = words;
  }

  #build(source) {
    this.editor = new Editor({
      place: this.section.querySelector(".editor"),
      source,
      release: this.release,
      label: this.#label(),
      readOnly: this.isGiven,
      onChange: () => this.#changed(),
      onRun: () => this.onRun(),
      onVerify: this.isAnswer ? () => this.onVerify() : null,
    });
    if (this.isGiven) return;
    this.output = new Output(this.section.querySelector(".output"));
    this.button("run").addEventListener("click", () => (this.isRunning ? this.onStop() : this.onRun()));
    this.button("verify")?.addEventListener("click", () => this.onVerify());
    this.button("reset").addEventListener("click", () => this.#reset());
    this.#refresh();
  }

  #label() {
    const words = { answer: "Ta réponse, en Python", demo: "Expérience, en Python", given: "Préparation, à lire" }[
      this.kind
    ];
    return this.isGiven ? words : `${words}. Maj + Entrée pour exécuter. Échap puis Tab pour sortir.`;
  }

  #changed() {
    this.undo = null;
    this.#refresh();
    this.onChange(this.whole);
  }

  #refresh() {
    const left = blanksIn(this.source);
    const place = this.section.querySelector(".blanks-left");
    if (place) place.textContent = left ? plural(left, "trou") : "";
    const button = this.button("reset");
    button.hidden = !this.undo && this.source === this.release;
    const back = this.isAnswer ? "Remettre les trous" : "Remettre comme avant";
    button.querySelector("span").textContent = this.undo ? "Annuler" : back;
  }

  #reset() {
    const undo = this.undo ? null : this.source;
    this.editor.type(this.undo ?? this.release);
    this.undo = undo;
    this.#refresh();
    this.editor.focus();
  }
}
