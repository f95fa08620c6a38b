// The live board: takes the server's news and puts it in place; focus, scroll and unfolded parts stay as they are.

const RETRY = 5000; // ms, when the server answered but not with news
const PATIENCE = 2500; // ms before a lost connection is worth a word
const LOST = "Connexion perdue, nouvel essai…";

const live = document.querySelector("[data-stream]");
const line = document.querySelector("[data-line]");
let source = null;
let worry = 0;
let over = false;

function say(sentence) {
  line.textContent = sentence;
  line.hidden = !sentence;
}

function open() {
  if (source || over) return;
  source = new EventSource(live.dataset.stream);
  source.addEventListener("open", calm);
  source.addEventListener("error", lost);
  source.addEventListener("board", (news) => show(news.data));
  source.addEventListener("times", (news) => setAges(JSON.parse(news.data)));
  source.addEventListener("end", (news) => {
    over = true;
    close();
    say(news.data);
  });
}

function close() {
  source?.close();
  source = null;
}

function calm() {
  clearTimeout(worry);
  worry = 0;
  say("");
}

function lost() {
  worry ||= setTimeout(say, PATIENCE, LOST);
  if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
  close();
  setTimeout(open, RETRY);
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of fresh.querySelectorAll("[data-live]")) {
    const place = document.querySelector(`[data-live="${part.dataset.live}"]`);
    if (place.innerHTML.trim() !== part.innerHTML.trim()) swap(place, part);
  }
  stamp();
}

function swap(place, part) {
  const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
  const unfolded = [...place.querySelectorAll("details[open]")].map((details) => details.id);
  const { scrollTop, scrollLeft } = place;
  place.replaceChildren(...part.childNodes);
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  place.scrollTo(scrollLeft, scrollTop);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

// Minutes pass without news: each cell keeps the moment when something last moved.
const cells = () => document.querySelectorAll(".when[data-age]");

function stamp() {
  for (const cell of cells()) cell.dataset.at ||= performance.now() - 1000 * cell.dataset.age;
  tick();
}

function setAges(ages) {
  for (const cell of cells()) {
    if (cell.dataset.key in ages) cell.dataset.at = performance.now() - 1000 * ages[cell.dataset.key];
  }
  tick();
}

function tick() {
  for (const cell of cells()) {
    const words = ago((performance.now() - cell.dataset.at) / 1000);
    if (cell.textContent !== words) cell.textContent = words;
  }
}

// The same words as classroom/board/elapsed.py.
function ago(seconds) {
  if (seconds < 15) return "à l’instant";
  if (seconds < 60) return `${Math.max(Math.floor(seconds / 20), 1) * 20} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return seconds < 86400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86400)} j`;
}

// « C’est dit », « baisser la main »: sent without leaving the page; the stream then shows what changed.
async function act(submit) {
  if (submit.target.id !== "act") return;
  submit.preventDefault();
  const button = submit.submitter;
  button.disabled = true;
  const request = { method: "POST", body: new FormData(submit.target), redirect: "manual" };
  const answer = await fetch(button.formAction, request).catch(() => null);
  if (answer?.type === "opaqueredirect") return;
  button.disabled = false;
  say("Ce n’est pas parti. Vérifiez le réseau, puis recommencez.");
}

// One menu at a time; a click elsewhere or Escape folds them.
function foldMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
}

document.addEventListener("submit", act);
document.addEventListener("click", (click) => foldMenus(click.target.closest("details.menu")));
document.addEventListener("keydown", (key) => key.key === "Escape" && foldMenus());
document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
setInterval(tick, 5000);
stamp();
if (!document.hidden) open();
