// The lesson page. What is read is already there; this brings editors, Python, checks, and keeps the pupil's work.

import { Python } from "../python/python.js";
import { Autosave } from "./autosave.js";
import { Banners } from "./banners.js";
import { Cell } from "./cell.js";
import { Checks } from "./checks.js";
import { clashCard } from "./clash.js";
import { data, make } from "./dom.js";
import { Drafts } from "./drafts.js";
import { FreeText } from "./free_text.js";
import { Goal } from "./goal.js";
import { Memory } from "./memory.js";
import { Quiz } from "./quiz.js";
import { Runner } from "./runner.js";
import { Server } from "./server.js";
import { handButton, readingButton, sayPresence, showPython, showSaved } from "./toolbar.js";
import { Trail } from "./trail.js";

const { lesson, pupil, site, badges } = document.getElementById("lesson").dataset;
const state = data("lesson-state");
const server = new Server(pupil);
const banners = new Banners();
const drafts = new Drafts(pupil, lesson);
const left = drafts.adopt();
const bases = Object.values(left.newest).map((draft) => draft.base);
const autosave = new Autosave({ server, drafts, lesson, version: Math.min(state.version, ...bases) });
const saved = (id) => left.newest[id]?.source ?? state.cells[id];

const cells = data("lesson-cells").map(
  (info) => new Cell(info, document.querySelector(`[data-cell="${info.id}"]`), saved(info.id)),
);
const quizzes = [...document.querySelectorAll("[data-quiz]")].map(
  (section) => new Quiz(section, saved(section.dataset.quiz)),
);
const texts = [...document.querySelectorAll("[data-free]")].map(
  (section) => new FreeText(section, { saved: saved(section.dataset.free), free: state.free[section.dataset.name] }),
);
const writable = [...cells.filter((cell) => cell.section && !cell.isGiven), ...quizzes, ...texts];
const named = new Map(writable.map((part) => [part.id, part]));

for (const text of texts) text.onRead = () => server.post(`lecon/${lesson}/lu/${text.name}/`).catch(() => {});

// ---------- Python ----------

const memory = new Memory(server, state.memory_version);
const python = new Python({ site, lesson, memory: state.memory });
const runner = new Runner(python, cells);
let pythonIs = "starting";

python.onState = (now) => {
  pythonIs = now;
  showPython(now);
  if (now === "broken")
    banners.show("python", "wait", "Python n’a pas pu démarrer ici. Tu peux quand même répondre et vérifier.");
};
python.onMemory = (kept) => memory.keep(kept);

async function run(cell) {
  if (cell.isRunning) return;
  cell.setRunning(true);
  cell.output.wait(pythonIs === "starting" ? "Python se prépare…" : "");
  const result = await runner.run(cell, {
    onPrepare: () => cell.output.wait("Je refais d’abord les cases du dessus…"),
    onStart: () => cell.output.clear(),
    onOutput: (item) => cell.output.show(item),
  });
  cell.setRunning(false);
  cell.showTime(result);
  if (result.stopped && cell.output.isEmpty) cell.output.note("Arrêté. Tu peux changer le code, puis exécuter encore.");
  if (!result.ok && !result.stopped && result.stumbled) cell.output.note(...stumbling(result.stumbled));
}

function stumbling(cell) {
  const link = make("a", { href: `#${cell.id}` }, "une case plus haut");
  link.addEventListener(
    "click",
    (event) => (event.preventDefault(), cell.editor.focus(), cell.section.scrollIntoView()),
  );
  return ["Cette case a besoin d’", link, ", qui n’est pas encore allée au bout."];
}

// ---------- checks ----------

const trail = new Trail();
const goal = new Goal(banners, state.threshold);
const checks = new Checks({
  lesson,
  server,
  state,
  badges,
  flush: () => autosave.flush(),
  onSend: (id, source) => autosave.recognise(id, source),
  onTrouble: tell,
  onResult: (progress) => (trail.update(state.items), goal.update(progress)),
});
trail.update(state.items);

for (const cell of cells) {
  if (!cell.section || cell.isGiven) continue;
  const isThere = () => pythonIs === "ready" || pythonIs === "running";
  cell.onRun = () => run(cell);
  cell.onStop = () => python.stop();
  if (!cell.isAnswer) continue;
  cell.onVerify = () => checks.verify(cell, isThere() ? () => run(cell) : null);
  cell.button("hint").addEventListener("click", () => checks.showHints(cell));
  checks.restore(cell);
}
for (const quiz of quizzes) {
  quiz.onVerify = () => checks.verify(quiz, null);
  checks.restore(quiz);
}

// ---------- keeping ----------

autosave.onState = (now, trouble) => {
  showSaved(now);
  if (now === "saved") ["offline", "expired", "refused"].forEach((name) => banners.hide(name));
  else if (trouble) tell(trouble);
};
autosave.onElsewhere = (id, source) => named.get(id)?.receive(source);
autosave.onClash = (id, source) => showClash(id, source);
for (const part of writable) part.onChange = (source) => autosave.change(part.id, source);
for (const [id, draft] of Object.entries(left.newest)) {
  if (!named.has(id)) continue;
  autosave.recognise(id, draft.source);
  autosave.change(id, draft.source, draft.base);
}
for (const [id, source] of Object.entries(left.older)) if (named.has(id)) autosave.clash(id, source);

function showClash(id, theirs) {
  const part = named.get(id);
  const onMine = () => autosave.settle(id, part.whole);
  const onTheirs = () => (part.receive(theirs), autosave.settle(id, null));
  const card = clashCard({ mine: part.whole, theirs, onMine, onTheirs });
  document.querySelector(`[data-after="${id}"]`).replaceChildren(card);
}

function tell(trouble) {
  if (trouble.kind === "offline") {
    banners.show(
      "offline",
      "wait",
      "Pas de connexion\u00a0: ton travail est gardé ici, et partira dès qu’elle revient.",
    );
  } else if (trouble.kind === "expired") {
    const back = make("a", { href: "/", target: "_blank", rel: "opener" }, "entre de nouveau");
    banners.show(
      "expired",
      "wait",
      "Ton travail est gardé ici. Pour l’envoyer, ",
      back,
      " avec ta carte, puis reviens dans cette fenêtre.",
    );
  } else {
    banners.show("refused", "wait", `${trouble.title} ${trouble.advice}`);
  }
}

autosave.flush();
addEventListener("offline", () => tell({ kind: "offline" }));
addEventListener("online", () => autosave.flush());
readingButton(server);
sayPresence(server, handButton(server, state.hand, tell));
document.documentElement.dataset.ready = "true";
