// The exercises at the top of the page: done, being done, to do.

const STATES = { passed: "réussi", retry: "à reprendre", started: "en cours", todo: "à faire" };

export class Trail {
  #steps = [...document.querySelectorAll("#trail li")];

  /** `items`: name -> ITEM. A step may stand for several items (the quiz). */
  update(items) {
    let current = true;
    for (const step of this.#steps) {
      const all = step.dataset.item.split(" ").map((name) => items[name]);
      const done = all.every((item) => item.state === "passed");
      const bonus = all.every((item) => item.bonus);
      const now = current && !done && !bonus;
      if (now) current = false;
      step.className = done ? "done" : now ? "now" : bonus ? "bonus" : "";
      if (now) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
      this.#say(step.firstElementChild, done ? "passed" : (all.find((item) => item.state !== "todo")?.state ?? "todo"));
    }
  }

  #say(link, state) {
    link.setAttribute("aria-label", `${link.getAttribute("aria-label").split("\u00a0:")[0]}\u00a0: ${STATES[state]}`);
  }
}
