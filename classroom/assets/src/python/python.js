// The page's Python: one worker, which runs the pupil's cells one after the other.
//
// Stopping is soft first: the page revokes a blob address that the worker looks at while it runs (see stop_sign.js), and
// Python gets a KeyboardInterrupt, as in Jupyter; names and models are kept. What does not stop that way is terminated.

import { newSigns, raise } from "./stop_sign.js";

const PATIENCE = 2500; // milliseconds for a soft stop to be noticed
const LAST_PATIENCE = 6000; // and, when it was said twice, for the cell to come to its end

const FELL = "Python a dû redémarrer. Tes réponses sont gardées\u00a0: exécute de nouveau tes cases, de haut en bas.";
const CANNOT_START = "Python n’a pas pu démarrer ici. Vérifie la connexion, puis exécute encore.";

export class Python {
  onState = () => {};
  onMemory = () => {};
  /** How many workers have lived: it grows when Python restarts, and then nothing is left of what had been run. */
  life = 0;

  #place;
  #worker;
  #ready = false;
  #runs = new Map();
  #last = 0;
  #alarm;

  constructor({ site, lesson, memory }) {
    this.#place = { site: new URL(site, location.href).href, lesson, memory };
    this.#start();
  }

  /**
   * Runs a cell. Resolves, never rejects, once it has ended: { ok, ms, stopped, restarted }.
   * ok: it came to its end, be it with a training that was stopped; restarted: nothing is left of what had been run.
   */
  run(code, { cell, onOutput }) {
    if (!this.#worker) this.#start();
    const id = ++this.#last;
    const signs = newSigns();
    const run = { onOutput, signs: [...signs], stopped: false, began: performance.now() };
    run.ended = new Promise((resolve) => (run.resolve = resolve));
    this.#runs.set(id, run);
    this.#worker.postMessage({ kind: "run", id, code, cell, signs });
    return run.ended;
  }

  /** Stops what runs and what waits; said again, it insists. Resolves when nothing runs any more. */
  stop() {
    const runs = [...this.#runs.values()];
    const insists = (run) => run === runs[0] && !this.#alarm; // what was said has been noticed, and it still runs
    for (const run of runs) if (!run.stopped || insists(run)) this.#raise(run);
    if (!this.#ready) this.#endAll(false);
    else if (runs.length) this.#alarm ??= setTimeout(() => this.#restart(), PATIENCE);
    return Promise.all(runs.map((run) => run.ended));
  }

  #raise(run) {
    run.stopped = true;
    raise(run.signs.shift());
  }

  #start() {
    this.life += 1;
    this.#ready = false;
    this.onState("starting");
    const worker = new Worker(`${this.#place.site}python/worker.js`, { type: "module" });
    const ifOurs = (act) => (event) => worker === this.#worker && act(event); // its last words may come late
    worker.onmessage = ifOurs(({ data }) => this.#hear(data));
    worker.onerror = ifOurs(() => (this.#ready ? this.#fall() : this.#giveUp()));
    worker.postMessage({ kind: "start", ...this.#place });
    this.#worker = worker;
  }

  #hear(message) {
    if (message.kind === "ready") this.#getReady();
    else if (message.kind === "began") this.onState("running");
    else if (message.kind === "memory") this.#remember(message.memory);
    else if (message.kind === "output") this.#runs.get(message.id)?.onOutput(message.item);
    else if (message.kind === "noticed") this.#notice();
    else if (message.kind === "done") this.#end(message.id, { ok: message.ok, restarted: false });
    else if (message.kind === "fell") this.#fall();
    else if (message.kind === "broken") this.#giveUp();
  }

  #getReady() {
    this.#ready = true;
    this.onState("ready");
  }

  #remember(memory) {
    this.#place.memory = memory;
    this.onMemory(memory);
  }

  #notice() {
    const [current] = this.#runs.values();
    clearTimeout(this.#alarm);
    this.#alarm = current.signs.length ? undefined : setTimeout(() => this.#restart(), LAST_PATIENCE);
  }

  #end(id, { ok, restarted }) {
    const run = this.#runs.get(id);
    if (!run) return; // stopped before its turn
    this.#runs.delete(id);
    run.signs.forEach(raise);
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    if (!this.#runs.size && !restarted && this.#ready) this.onState("ready");
    const ms = Math.round(performance.now() - run.began);
    run.resolve({ ok, ms, stopped: run.stopped, restarted });
  }

  #endAll(restarted) {
    for (const id of [...this.#runs.keys()]) this.#end(id, { ok: false, restarted });
  }

  #restart() {
    this.#worker.terminate();
    this.#endAll(true);
    this.#start();
  }

  /** Python itself fell over (no memory left, say): a new one, and a word about it. */
  #fall() {
    this.#tell(FELL);
    this.#restart();
  }

  #tell(text) {
    this.#runs.values().next().value?.onOutput({ kind: "error", text, html: null }); // the one that runs: the first
  }

  /** Python could not start, for want of a connection perhaps. The next cell that is run tries again. */
  #giveUp() {
    this.#tell(CANNOT_START);
    this.#worker.terminate();
    this.#worker = undefined;
    this.#endAll(true);
    this.onState("broken");
  }
}
