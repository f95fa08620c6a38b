"""Runs, in a real kernel, a few cells of the otter student version: python otter_pupil.py FOLDER < cells > outputs.

In a process of its own: nbclient and otter are slow to import, and nothing else needs them here.
"""

import json
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    cells = [nbformat.v4.new_code_cell(source) for source in json.load(sys.stdin)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    where = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, allow_errors=True, kernel_name="python3", resources=where, timeout=120).execute()
    json.dump([cell.outputs for cell in notebook.cells], sys.stdout)
