// Small bricks for pages: elements, icons, sentences. Text is always text, never HTML.

const SVG = "http://www.w3.org/2000/svg";

/** make("p", { class: "soft" }, "Bonjour ", element): attributes that are null or false are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export const icon = (name) => symbol(`i-${name}`, "icon");
export const point = (face) => symbol(face ? `point-${face}` : "point", "point");

function symbol(name, kind) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#${name}`);
  svg.setAttribute("class", kind);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** A sentence where `code` and **bold** are marked, with French spaces and apostrophes outside the code. */
export function rich(text) {
  const pieces = String(text ?? "").split(/(`[^`]*`)/);
  const nodes = pieces.flatMap((piece) => (/^`.*`$/s.test(piece) ? [coded(piece.slice(1, -1))] : bold(french(piece))));
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes);
  return fragment;
}

const coded = (text) => make("code", /^_{4,}$/.test(text) ? { class: "blank" } : {}, text);

function bold(text) {
  return text
    .split(/(\*\*[^*]+\*\*)/)
    .map((piece) => (/^\*\*/.test(piece) ? make("b", {}, piece.slice(2, -2)) : piece));
}

export function french(text) {
  return text
    .replace(/[ \u00a0]([;!?])/g, "\u202f$1")
    .replace(/ ([:»%])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0")
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
}

export const plural = (count, word) => `${decimal(count)} ${word}${count > 1 ? "s" : ""}`;
export const decimal = (number) => String(Math.round(number * 100) / 100).replace(".", ",");
export const data = (id) => JSON.parse(document.getElementById(id).textContent);
