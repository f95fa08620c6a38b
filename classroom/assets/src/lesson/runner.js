// Runs a cell after those it stands on: a pupil who comes back tomorrow starts anywhere in the lesson.
//
// Prepared cells run once in the life of a worker; answers again when they changed; experiments again when an answer
// they lean on changed, unless they are long (a training is not done again behind anybody's back).

import { standsOn } from "./needs.js";

const LONG = 2000; // milliseconds

export class Runner {
  #python;
  #cells;
  #ran = new Map(); // cell -> { life, mark, long }
  #queue = Promise.resolve();

  constructor(python, cells) {
    this.#python = python;
    this.#cells = cells;
  }

  /** Resolves to what Python.run gives, and `stumbled`: a cell above that did not come to its end. */
  run(cell, { onPrepare = () => {}, onStart = () => {}, onOutput }) {
    const turn = this.#queue.then(() => this.#runNow(cell, { onPrepare, onStart, onOutput }));
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #runNow(cell, { onPrepare, onStart, onOutput }) {
    const above = standsOn(cell, this.#cells).filter((other) => !this.#isFresh(other));
    if (above.some((other) => !other.isGiven)) onPrepare();
    let stumbled = null;
    for (const other of above) {
      const result = await this.#runOne(other, () => {});
      if (result.stopped || result.restarted) return { ...result, stumbled };
      if (!result.ok) stumbled = other;
    }
    onStart();
    return { ...(await this.#runOne(cell, onOutput)), stumbled };
  }

  async #runOne(cell, onOutput) {
    const mark = this.#mark(cell);
    const result = await this.#python.run(cell.source, { cell: cell.id, onOutput });
    // Stopped gently, a training keeps its model: it counts as run.
    if (!result.restarted) this.#ran.set(cell, { life: this.#python.life, mark, long: result.ms > LONG });
    return result;
  }

  #isFresh(cell) {
    const last = this.#ran.get(cell);
    if (!last || last.life !== this.#python.life) return false;
    return cell.isGiven || last.mark === this.#mark(cell) || (!cell.isAnswer && last.long);
  }

  /** The answers above a cell, as they are now; an experiment's own text is the pupil's to run. */
  #mark(cell) {
    const answers = standsOn(cell, this.#cells).filter((other) => other.isAnswer);
    return JSON.stringify([...answers, ...(cell.isAnswer ? [cell] : [])].map((other) => [other.id, other.source]));
  }
}
