// « Vérifier », for answers and for quiz questions: run the cell here, ask the server, show what it says.

import { make } from "./dom.js";
import { notYet, passed, waiting } from "./feedback.js";
import { sayProgress } from "./goal.js";
import { hintLadder } from "./hints.js";
import { press } from "./verify.js";

const RUN_AT_MOST = 3000; // milliseconds: a cell that runs longer does not keep the server from being asked
const WAITING = ["Ta réponse est enregistrée, la correction arrive.", "Tu peux continuer à lire en attendant."];
const OFFLINE = ["Pas de connexion.", "Ta réponse est gardée ici. Elle partira dès que la connexion revient."];

export class Checks {
  #lesson;
  #server;
  #state;
  #badges;
  #onResult;
  #onTrouble;
  #flush;
  #onSend;

  /** `state.items`: name -> ITEM, kept up to date here. */
  constructor({ lesson, server, state, badges, flush, onSend, onResult, onTrouble }) {
    this.#lesson = lesson;
    this.#server = server;
    this.#state = state;
    this.#badges = badges;
    this.#flush = flush;
    this.#onSend = onSend;
    this.#onResult = onResult;
    this.#onTrouble = onTrouble;
  }

  /** What was said before the page was loaded again. */
  restore(cell) {
    const item = this.#state.items[cell.item];
    this.#tag(cell, item);
    const verdict = item.last;
    if (!verdict || verdict.outcome === "grader_error" || item.state === "passed") return;
    this.#say(cell, this.#notYet(cell, { ...verdict, line: 0 })); // the code may have changed since
  }

  /** `run` runs the cell in the page, or is null when Python is not there. */
  async verify(cell, run) {
    if (cell.isVerifying) return;
    cell.setVerifying(true);
    try {
      if (run) await Promise.race([run(), new Promise((resolve) => setTimeout(resolve, RUN_AT_MOST))]);
      await this.#flush();
      this.#show(cell, await this.#press(cell));
    } catch (trouble) {
      this.#say(
        cell,
        waiting([trouble.title || "Un problème de notre côté.", trouble.advice || "Recommence dans un instant."]),
      );
      this.#onTrouble(trouble);
    } finally {
      cell.setVerifying(false);
    }
  }

  /** The ladder alone, before any try. */
  showHints(cell) {
    const ladder = this.#ladder(cell);
    this.#say(cell, make("section", { class: "feedback alone", "aria-label": "Des indices" }, ladder));
    ladder.querySelector("summary").focus();
  }

  #press(cell) {
    const told = (words) => () => this.#say(cell, waiting(words), true);
    const { item, whole: code } = cell;
    this.#onSend(cell.id, code); // the server saves it too
    const place = { server: this.#server, lesson: this.#lesson, item, code };
    return press({ ...place, onWaiting: told(WAITING), onOffline: told(OFFLINE) });
  }

  #show(cell, { verdict, item, new_badges: badges, progress }) {
    this.#state.items[cell.item] = item;
    this.#tag(cell, item);
    if (verdict.outcome === "passed") {
      const won = badges.map((badge) => ({ ...badge, picture: `${this.#badges}${badge.slug}.svg` }));
      const next = nextHeading(cell.section);
      this.#say(cell, passed(verdict, { badges: won, said: sayProgress(progress), next, name: nameOf(cell) }));
    } else {
      this.#say(cell, this.#notYet(cell, verdict));
    }
    if (verdict.outcome === "raised" || verdict.outcome === "not_attempted") cell.output?.withoutErrors();
    this.#onResult(progress);
  }

  #notYet(cell, verdict) {
    const offset = cell.head ? cell.head.split("\n").length - 1 : 0;
    cell.editor?.lookAt(verdict.line ? verdict.line - offset : 0);
    const message = verdict.choice_reason || verdict.message;
    return notYet({ ...verdict, message }, { ladder: this.#ladder(cell), name: nameOf(cell) });
  }

  #ladder(cell) {
    const { hints: count, hints_seen: seen } = this.#state.items[cell.item];
    if (!count) return null;
    const ask = async (rung) => {
      try {
        const { hints } = await this.#server.post(`lecon/${this.#lesson}/indice/${cell.item}/`, { rung });
        return hints;
      } catch (trouble) {
        this.#onTrouble(trouble);
        return null;
      }
    };
    return hintLadder({ count, seen, ask });
  }

  #tag(cell, item) {
    const bar = cell.section.querySelector(".cell-bar");
    bar.querySelector(".tag")?.remove();
    if (item.state === "passed") bar.append(make("span", { class: "tag done" }, "Réussi"));
    cell.section.classList.toggle("passed", item.state === "passed");
    for (const name of ["hint", "skip"]) {
      const button = cell.section.querySelector(`[data-do="${name}"]`);
      if (button)
        button.hidden = item.state === "passed" || (name === "hint" && (!item.hints || item.state === "retry"));
    }
  }

  #say(cell, element, once = false) {
    const place = document.querySelector(`[data-after="${cell.id}"]`);
    if (once && place.textContent === element.textContent) return;
    place.replaceChildren(element);
  }
}

const nameOf = (cell) => cell.section.getAttribute("aria-label").replace("À toi de jouer, ", "l’");

function nextHeading(section) {
  const headings = [...document.querySelectorAll("#lesson h2[id]")];
  const after = headings.find((heading) => section.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING);
  return after ? `#${after.id}` : null;
}
