// Words across the top of the page: no connection, the session is over, the next lesson is open. One of each kind.

import { make } from "./dom.js";

export class Banners {
  #place = document.getElementById("banners");

  /** kind also chooses the colours: "wait" (amber), "good" (green). */
  show(name, kind, ...words) {
    const banner = make("p", { class: `banner ${kind}`, "data-banner": name }, ...words);
    const before = this.#find(name);
    if (before?.textContent === banner.textContent) return;
    if (before) before.replaceWith(banner);
    else this.#place.append(banner);
  }

  hide(name) {
    this.#find(name)?.remove();
  }

  #find(name) {
    return this.#place.querySelector(`[data-banner="${name}"]`);
  }
}
