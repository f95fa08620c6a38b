// A question of the quiz: the choice is sent as the notebook's cell would be, `quiz_1 = "b"`.

const HEADER = "# À toi de jouer\n";

export class Quiz {
  onChange = () => {};
  onVerify = () => {};

  constructor(section, saved) {
    this.section = section;
    this.id = section.dataset.quiz;
    this.item = section.dataset.item;
    this.isVerifying = false;
    if (saved) this.receive(saved);
    section.addEventListener("change", () => this.onChange(this.whole));
    section.querySelector('[data-do="verify"]').addEventListener("click", () => this.onVerify());
  }

  /** The cell's source; a blank while nothing is chosen. */
  get whole() {
    const chosen = this.section.querySelector("input:checked");
    return `${HEADER}${this.item} = ${chosen ? `"${chosen.value}"` : "____"}`;
  }

  receive(whole) {
    const key = /=\s*["']?([a-z])["']?\s*$/i.exec(whole)?.[1]?.toLowerCase();
    for (const input of this.section.querySelectorAll("input")) input.checked = input.value === key;
  }

  setVerifying(verifying) {
    const button = this.section.querySelector('[data-do="verify"]');
    button.setAttribute("aria-disabled", verifying);
    button.querySelector("span").textContent = verifying ? "Je regarde…" : "Vérifier";
    this.isVerifying = verifying;
  }
}
