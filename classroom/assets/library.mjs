// Packs the standard library for the page: see library.py, which runs here in the very Python that will read it.

import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [script, target] = process.argv.slice(2);
const python = await loadPyodide();
const packed = python.runPython(readFileSync(script, "utf8") + "\npacked()", { filename: script });
writeFileSync(target, packed.toJs());
