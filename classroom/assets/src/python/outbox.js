// What a cell shows, on its way to the page: not too often, and not without end, or the page would freeze.

const TOGETHER = 60; // milliseconds: small pieces of text leave together
const PIECE = 8_000; // characters
const LIMIT = 60_000; // characters that a run may write: a screen full of numbers is plenty
const DRAWINGS = 300; // pictures and cards that a run may show
const REDRAW = 100; // milliseconds between two states of the same drawing

const TOO_MUCH = "\n… Ta case écrit beaucoup\u00a0: je ne montre que le début.\n";
const TOO_MANY = "\n… Ta case dessine beaucoup\u00a0: je ne montre que le début.\n";

export class Outbox {
  #id = 0;
  #text = "";
  #written = 0;
  #shown = 0;
  #sent = 0;
  #redrawn = 0;
  #newest = new Map(); // place -> the last state of that drawing, not sent yet

  constructor(post) {
    this.post = post;
  }

  open(id) {
    this.#id = id;
    this.#text = "";
    this.#newest.clear();
    this.#written = this.#shown = this.#sent = this.#redrawn = 0;
  }

  write(text) {
    if (this.#written > LIMIT) return;
    this.#written += text.length;
    this.#text += this.#written > LIMIT ? text.slice(0, PIECE) + TOO_MUCH : text;
    if (this.#text.length > PIECE || performance.now() - this.#sent > TOGETHER) this.flush();
  }

  show(item) {
    if (item.again) this.#redraw(item);
    else if (++this.#shown <= DRAWINGS) {
      this.flush();
      this.#send(item);
    } else if (this.#shown === DRAWINGS + 1) this.write(TOO_MANY);
  }

  /** Everything that waited. */
  flush() {
    if (this.#text) this.#send({ kind: "text", text: this.#text });
    for (const item of this.#newest.values()) this.#send(item);
    this.#text = "";
    this.#newest.clear();
    this.#sent = performance.now();
  }

  #redraw(item) {
    this.#newest.set(item.place, item);
    if (performance.now() - this.#redrawn < REDRAW) return;
    this.flush();
    this.#redrawn = performance.now();
  }

  #send(item) {
    this.post({ kind: "output", id: this.#id, item });
  }
}
