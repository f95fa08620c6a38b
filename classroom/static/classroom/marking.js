// Marking free texts without the mouse: phrases are added to the comment, a digit gives the points, Ctrl + Enter sends.

const form = document.querySelector("#marking");
const note = form?.querySelector(".note");

function add(phrase) {
  const gap = note.value && !/\s$/.test(note.value) ? " " : "";
  note.setRangeText(gap + phrase, note.value.length, note.value.length, "end");
  note.focus();
}

function onKey(key) {
  if (key.key === "Enter" && (key.ctrlKey || key.metaKey)) {
    key.preventDefault();
    form.requestSubmit(form.querySelector("[data-send]"));
    return;
  }
  const isTyping = key.target.closest("textarea, input:not([type=radio])");
  if (isTyping || key.ctrlKey || key.altKey || key.metaKey) return;
  const mark = /^\d$/.test(key.key) && form.querySelector(`[name=points][value="${key.key}"]`);
  if (mark) {
    mark.checked = true;
    mark.focus();
  }
}

if (form) {
  for (const button of form.querySelectorAll("[data-phrase]")) {
    button.addEventListener("click", () => add(button.dataset.phrase));
  }
  document.addEventListener("keydown", onKey);
}
