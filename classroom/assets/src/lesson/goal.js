// How far the next lesson is, at the end of the page; and a word across the top when it opens.

import { decimal, french, icon, make, plural } from "./dom.js";

export function sayProgress({ points, needed, max, reached, missing }) {
  const have = `Tu as ${plural(points, "point")} sur ${decimal(max)}.`;
  if (reached) return `${have} C’est assez\u202f!`;
  return `${have} Il t’en faut ${decimal(needed)}${missing ? `\u00a0: ${missing}` : ""}.`;
}

const addressOf = (next) => new URL(`../${next.name}/`, location.href).pathname;
const linkTo = (next, kind) =>
  make("a", { class: `btn ${kind}`, href: addressOf(next) }, french(next.title), " ", icon("next"));

export class Goal {
  #place = document.getElementById("goal");
  #banners;
  #wasOpen = true;

  constructor(banners, progress) {
    this.#banners = banners;
    this.#wasOpen = Boolean(progress.next?.open);
    this.update(progress);
  }

  update(progress) {
    const { next } = progress;
    const title = next ? "Vers la leçon suivante" : "Où tu en es";
    const meter = make("meter", { min: 0, max: progress.max || 1, value: progress.points, "aria-label": "Tes points" });
    const link = next?.open ? linkTo(next, "main") : null;
    this.#place.replaceChildren(make("h2", {}, title), meter, make("p", {}, sayProgress(progress)), link ?? "");
    this.#place.hidden = false;
    if (next?.open && !this.#wasOpen) {
      this.#wasOpen = true;
      this.#banners.show("next", "good", icon("star"), " La leçon suivante est ouverte\u202f! ", linkTo(next, "main"));
    }
  }
}
