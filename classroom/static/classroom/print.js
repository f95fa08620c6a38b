// « Imprimer »: every element that carries data-print opens the browser's printing.

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
