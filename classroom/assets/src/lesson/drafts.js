// What is not on the server yet, kept in this browser: for one pupil, one lesson, one window.
//
// Each window has its own shelf, so that two of them never erase each other's. A shelf is emptied as soon as the server
// has everything: nothing stays on a machine that others will use.

export class Drafts {
  #prefix;
  #shelf;
  #cells = {};

  constructor(pupil, lesson) {
    this.#prefix = `tuto:${pupil}:${lesson}:`;
    this.#shelf = this.#prefix + Math.random().toString(36).slice(2);
  }

  /** Takes what earlier windows left. newest: { cell: { source, base, at } }; older: { cell: another source }. */
  adopt() {
    const newest = {};
    const older = {};
    for (const shelf of this.#shelves()) {
      for (const [cell, draft] of Object.entries(read(shelf))) {
        const known = newest[cell];
        if (!known || draft.at > known.at) newest[cell] = draft;
        const other = known && (newest[cell] === known ? draft : known);
        if (other && other.source !== newest[cell].source) older[cell] = other.source;
      }
      remove(shelf);
    }
    this.#cells = { ...newest };
    this.#write();
    return { newest, older };
  }

  keep(cell, source, base) {
    this.#cells[cell] = { source, base, at: Date.now() };
    return this.#write();
  }

  forget(cell) {
    delete this.#cells[cell];
    this.#write();
  }

  #shelves() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix));
    } catch {
      return [];
    }
  }

  /** False when this browser keeps nothing (a private window, no room left). */
  #write() {
    try {
      if (Object.keys(this.#cells).length) localStorage.setItem(this.#shelf, JSON.stringify(this.#cells));
      else localStorage.removeItem(this.#shelf);
      return true;
    } catch {
      return false;
    }
  }
}

function read(shelf) {
  try {
    return JSON.parse(localStorage.getItem(shelf)) ?? {};
  } catch {
    return {};
  }
}

function remove(shelf) {
  try {
    localStorage.removeItem(shelf);
  } catch {
    // nothing was kept
  }
}
