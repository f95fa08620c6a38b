// Sends what changed to the server at every pause in typing, one save at a time, and again until it is there.
//
// `version` is the copy this window has seen. What another window changed since comes back with the answer: taken over
// when this window did not touch the cell, shown to the pupil when it did.

const PAUSE = 1000; // milliseconds without typing
const RETRIES = [2000, 4000, 8000, 15_000, 30_000];

export class Autosave {
  onState = () => {}; // "saved" | "saving" | "offline" | "expired" | "refused", trouble
  onElsewhere = () => {}; // (cell, source): another window changed it
  onClash = () => {}; // (cell, source): another window changed it, and this one too

  #server;
  #drafts;
  #path;
  #pending = new Map();
  #said = new Map(); // cell -> what this window last sent: the server may have kept it, and its answer been lost
  #clashing = new Set();
  #running = null;
  #timer;
  #failures = 0;

  constructor({ server, drafts, lesson, version }) {
    Object.assign(this, { version });
    this.#server = server;
    this.#drafts = drafts;
    this.#path = `lecon/${lesson}/`;
    addEventListener("online", () => this.flush());
    addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => this.#look());
  }

  /** The pupil typed. Kept here at once, sent after a pause. */
  change(cell, source, base = this.version) {
    this.#drafts.keep(cell, source, base);
    if (this.#clashing.has(cell)) return;
    this.#pending.set(cell, source);
    if (!this.#failures) this.onState("saving");
    this.#later(PAUSE);
  }

  /** Sent by another way (a press on « Vérifier », a window that was closed): not another's work when it comes back. */
  recognise(cell, source) {
    this.#said.set(cell, source);
  }

  /** The pupil chose between two versions of a cell: `mine`, or null for the other's. */
  settle(cell, mine) {
    this.#clashing.delete(cell);
    if (mine === null) this.#drafts.forget(cell);
    else this.change(cell, mine);
  }

  /** Resolves to true once nothing is left to send. */
  flush() {
    clearTimeout(this.#timer);
    this.#running ??= this.#sendAll().finally(() => (this.#running = null));
    return this.#running;
  }

  async #sendAll() {
    while (this.#pending.size) {
      try {
        await this.#send(new Map(this.#pending));
        this.#failures = 0;
      } catch (trouble) {
        this.#fail(trouble);
        return false;
      }
    }
    this.onState("saved");
    return true;
  }

  async #send(sent) {
    const body = { base: this.version, cells: Object.fromEntries(sent) };
    const before = new Map(this.#said);
    sent.forEach((source, cell) => this.#said.set(cell, source));
    const answer = await this.#server.put(`${this.#path}copie/`, body);
    const theirs = Object.entries(answer.cells ?? {});
    const own = ([cell, source]) => source === sent.get(cell) || source === before.get(cell);
    this.#takeOver({ version: answer.version, cells: Object.fromEntries(theirs.filter((entry) => !own(entry))) });
    for (const [cell, source] of sent) {
      const refused = answer.status === 409 && cell in answer.cells && answer.cells[cell] !== source;
      if (refused || this.#pending.get(cell) !== source) continue;
      this.#pending.delete(cell);
      this.#drafts.forget(cell);
    }
  }

  /** What other windows changed: `cells`, as of `version`. */
  #takeOver({ version, cells = {} }) {
    for (const [cell, source] of Object.entries(cells)) {
      const mine = this.#pending.get(cell);
      if (mine === undefined) this.onElsewhere(cell, source);
      else if (mine !== source) this.clash(cell, source);
    }
    this.version = version;
  }

  /** Two versions of a cell: nothing is sent for it until the pupil has chosen. */
  clash(cell, source) {
    this.#pending.delete(cell);
    this.#clashing.add(cell);
    this.onClash(cell, source);
  }

  #fail(trouble) {
    if (trouble.kind === "said" && trouble.status === 413) {
      this.onState("refused", trouble);
      return;
    }
    this.onState(trouble.kind === "said" ? "refused" : trouble.kind, trouble);
    this.#later(RETRIES[Math.min(this.#failures, RETRIES.length - 1)]);
    this.#failures += 1;
  }

  #later(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), delay);
  }

  /** Coming back to this window: another one may have worked meanwhile. */
  async #look() {
    if (document.visibilityState === "hidden") return this.flush();
    if (!(await this.flush())) return;
    try {
      const state = await this.#server.get(this.#path);
      if (state.version > this.version && !this.#pending.size) this.#takeOver(state);
    } catch {
      // the next save will say so
    }
  }
}
