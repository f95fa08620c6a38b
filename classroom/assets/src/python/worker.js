// Python in a module worker: Pyodide, the lesson's kit, and the notebook that runs cells.

import { loadPyodide } from "./pyodide.mjs";
import { Outbox } from "./outbox.js";
import { InterruptSignal, isRaised } from "./stop_sign.js";
import NOTEBOOK from "./notebook.py";
import TUTO_PAGE from "./tuto_page.py";

const HOME = "/cours";

const outbox = new Outbox((message) => postMessage(message));
const signal = new InterruptSignal({
  onPause: () => outbox.flush(),
  onNotice: () => postMessage({ kind: "noticed" }),
});
let notebook;

async function start({ site, lesson, memory }) {
  const kit = fetch(`${site}kits/${lesson}.json`).then((answer) => answer.json());
  const python = await loadPyodide({ indexURL: `${site}python/` });
  const folder = `${HOME}/${lesson}`;
  unpack(python.FS, folder, await kit);
  unpack(python.FS, "/lib/tuto_page", { "notebook.py": NOTEBOOK, "tuto_page.py": TUTO_PAGE });
  python.FS.writeFile(`${folder}/tuto_memoire.json`, JSON.stringify(memory ?? {}));
  python.registerJsModule("tuto_worker", {
    write: (text) => outbox.write(text),
    show: (kind, text, html, place, again) => outbox.show({ kind, text, html: html ?? null, place, again }),
    must_stop: () => signal.look() !== 0,
    rest: () => signal.rest(),
    remember: (text) => postMessage({ kind: "memory", memory: JSON.parse(text) }),
  });
  python.setStdin({ stdin: () => null });
  python.FS.chdir(folder);
  python.runPython(`import sys; sys.path[:0] = ["", "/lib/tuto_page"]`);
  notebook = python.pyimport("notebook").Notebook();
  python.setInterruptBuffer(signal);
}

function unpack(FS, folder, files) {
  for (const [path, content] of Object.entries(files)) {
    const file = `${folder}/${path}`;
    FS.mkdirTree(file.slice(0, file.lastIndexOf("/")));
    FS.writeFile(file, content);
  }
}

function run({ id, code, cell, signs }) {
  if (isRaised(signs[0])) return postMessage({ kind: "done", id, ok: false });
  postMessage({ kind: "began", id });
  outbox.open(id);
  signal.watch(signs);
  const ok = notebook.run(code, cell);
  signal.rest();
  outbox.flush();
  postMessage({ kind: "done", id, ok });
}

let ready;

addEventListener("message", async ({ data }) => {
  if (data.kind === "start") ready = start(data);
  try {
    await ready;
  } catch (error) {
    console.error(error);
    return postMessage({ kind: "broken" });
  }
  try {
    data.kind === "start" ? postMessage({ kind: "ready" }) : run(data);
  } catch (error) {
    console.error(error);
    postMessage({ kind: "fell" });
  }
});
