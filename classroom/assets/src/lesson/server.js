// Asking the class's server. What may go wrong has a kind: "offline", "expired", "said" (with its title and advice).

const PATIENCE = 20_000; // milliseconds
const LASTING = 15_000; // characters; browsers refuse more than 64 KiB in all

export class Trouble extends Error {
  constructor(kind, { title = "", advice = "", status = 0 } = {}) {
    super(title || kind);
    Object.assign(this, { kind, title, advice, status });
  }
}

export class Server {
  #token = document.querySelector('meta[name="csrf-token"]').content;
  #pupil;

  constructor(pupil) {
    this.#pupil = pupil;
  }

  get(path) {
    return this.#ask("GET", path);
  }

  post(path, body = {}) {
    return this.#ask("POST", path, body);
  }

  /** Gives { status, ...answer }: a conflict (409) is an answer too. */
  put(path, body) {
    return this.#ask("PUT", path, body);
  }

  /** A page's form rather than the API; without a connection the choice lasts as long as the page. */
  toggleReading() {
    const options = { method: "POST", headers: { "X-CSRFToken": this.#token }, redirect: "manual" };
    return fetch("/lecture/", options).catch(() => {});
  }

  async #ask(method, path, body, again = true) {
    const response = await this.#send(method, path, body);
    if (response.status === 204) return { status: 204 };
    const answer = await response.json().catch(() => null);
    if (answer && (response.ok || (response.status === 409 && "cells" in answer))) {
      return { status: response.status, ...answer };
    }
    if (response.status === 403 && again && (await this.#renew())) return this.#ask(method, path, body, false);
    throw new Trouble(response.status === 401 ? "expired" : answer ? "said" : "offline", {
      ...answer,
      status: response.status,
    });
  }

  async #send(method, path, body) {
    const headers = { Accept: "application/json", "X-Tuto-Pupil": this.#pupil };
    if (method !== "GET") Object.assign(headers, { "Content-Type": "application/json", "X-CSRFToken": this.#token });
    const options = { method, headers, credentials: "same-origin", redirect: "error" };
    const text = body && JSON.stringify(body);
    try {
      return await fetch(`/api/${path}`, {
        ...options,
        body: text,
        keepalive: method !== "GET" && text.length < LASTING, // still sent when the page is being closed
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw new Trouble("offline");
    }
  }

  /** The page was open before the last login: take a fresh token, if the one who came in is the same pupil. */
  async #renew() {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
      const token = page.querySelector('meta[name="csrf-token"]')?.content;
      if (page.querySelector("#lesson")?.dataset.pupil !== this.#pupil || !token) return false;
      this.#token = token;
      return true;
    } catch {
      return false;
    }
  }
}

/** A name for one press: `crypto.randomUUID` does not exist on plain http. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [8, 4, 4, 4, 12]
    .map(
      (
        (at) => (size) =>
          hex.slice(at, (at += size))
      )(0),
    )
    .join("-");
}
