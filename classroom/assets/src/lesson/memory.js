// What the kit remembers from one lesson to the next (losses, weights, invented names): sent when it is quiet.

const PAUSE = 2500; // milliseconds
const AGAIN = 15_000;

export class Memory {
  #server;
  #version;
  #waiting = null;
  #timer;
  #busy = false;

  constructor(server, version) {
    this.#server = server;
    this.#version = version;
    addEventListener("online", () => this.#send());
    addEventListener("pagehide", () => this.#send());
  }

  keep(memory) {
    this.#waiting = typeof memory === "string" ? JSON.parse(memory || "{}") : memory;
    this.#later(PAUSE);
  }

  #later(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), delay);
  }

  async #send() {
    if (!this.#waiting || this.#busy) return;
    const memory = this.#waiting;
    this.#busy = true;
    try {
      ({ version: this.#version } = await this.#server.put("memoire/", { base: this.#version, memory }));
      if (this.#waiting === memory) this.#waiting = null;
    } catch {
      this.#later(AGAIN);
    } finally {
      this.#busy = false;
    }
    if (this.#waiting) this.#later(PAUSE);
  }
}
