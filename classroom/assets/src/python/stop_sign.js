// How the page tells a worker that is busy to stop, without shared memory: a class's page comes over plain http, where
// there is none. The sign is a blob's address. As long as it can be read, go on; once it is revoked, stop. A worker can
// read it at any time, in the middle of a calculation, because in a worker a request may be synchronous. A run has two
// signs: a training that is stopped keeps what it learned, and the rest of its cell goes on; so « Stop » may be said again.

const CLOCK_EVERY = 4; // looks at the signal between two looks at the clock
const SIGN_EVERY = 120; // milliseconds between two looks at the sign
const INTERRUPT = 2; // SIGINT

export function newSigns() {
  return [1, 2].map(() => URL.createObjectURL(new Blob(["go"])));
}

export function raise(sign) {
  URL.revokeObjectURL(sign);
}

export function isRaised(sign) {
  const request = new XMLHttpRequest();
  try {
    request.open("GET", sign, false);
    request.send();
    return request.status !== 200;
  } catch {
    return true;
  }
}

/** What Pyodide takes for its interrupt buffer: it reads number 0 now and then, and what it finds is a signal. */
export class InterruptSignal {
  #signs = [];
  #looks = 0;
  #next = 0;

  /** `onPause` is called at every look at the sign, `onNotice` when it is raised. */
  constructor({ onPause, onNotice }) {
    this.onPause = onPause;
    this.onNotice = onNotice;
  }

  watch(signs) {
    this.#signs = [...signs];
    this.#next = performance.now() + SIGN_EVERY;
  }

  rest() {
    this.#signs = [];
  }

  get 0() {
    return ++this.#looks % CLOCK_EVERY ? 0 : this.look();
  }

  set 0(_) {} // Pyodide clears the signal it has read; ours is never stored

  /** The signal for Python now, 0 when there is none. Cheap: the sign itself is looked at a few times a second. */
  look() {
    if (!this.#signs.length || performance.now() < this.#next) return 0;
    this.onPause();
    const raised = isRaised(this.#signs[0]);
    this.#next = performance.now() + SIGN_EVERY;
    if (!raised) return 0;
    this.#signs.shift();
    this.onNotice();
    return INTERRUPT;
  }
}
