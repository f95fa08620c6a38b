// The door: words brought by the card's square or pasted together go to their three fields; a wait is counted down.

const form = document.querySelector(".welcome-form");
const fields = [...form.querySelectorAll(".secret input")];

function fill(words) {
  fields.forEach((field, rank) => {
    // a fourth word and those after stay together in the last field: the server compares the whole
    field.value = rank < 2 ? (words[rank] ?? "") : words.slice(2).join(" ");
  });
}

function readCard() {
  const words = fragment().split("-").filter(Boolean);
  if (!words.length) return;
  history.replaceState(null, "", location.pathname); // a secret does not stay in the address bar
  fill(words);
  form.querySelector(".card-read").hidden = false;
  form.querySelector(".btn.main").focus();
}

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

fields[0].addEventListener("paste", (event) => {
  const words = event.clipboardData.getData("text").split(/[\s,;.·–-]+/u).filter(Boolean);
  if (words.length < 2) return;
  event.preventDefault();
  fill(words);
  fields.at(-1).focus();
});

fields.forEach((field, rank) => {
  field.addEventListener("keydown", (event) => {
    // a space after a word goes to the next field, as children expect
    if (event.key !== " " || !field.value.trim() || rank === 2) return;
    event.preventDefault();
    fields[rank + 1].focus();
  });
});

function countDown(said) {
  const end = performance.now() + Number(said.dataset.wait) * 1000;
  const timer = setInterval(() => {
    const left = Math.ceil((end - performance.now()) / 1000);
    said.textContent = left > 0 ? `Tu pourras réessayer dans ${left}\u00a0s.` : "Voilà, tu peux réessayer.";
    if (left <= 0) clearInterval(timer);
  }, 500);
}

readCard();
addEventListener("hashchange", readCard);
const wait = form.querySelector("[data-wait]");
if (wait) countDown(wait);
