// Which cells must have run before one.

import { pythonLanguage } from "@codemirror/lang-python";

/** { made, used }: the names a cell makes at its top level, and those it takes from elsewhere. */
export function namesOf(source) {
  const tree = pythonLanguage.parser.parse(source);
  return scope(tree.topNode, (node) => source.slice(node.from, node.to));
}

function scope(top, text) {
  const made = new Set();
  const used = new Set();
  walk(top, true);
  for (const name of made) used.delete(name);
  return { made, used };

  function walk(node, isTop = false) {
    if (node.name === "FunctionDefinition" && !isTop) {
      const name = node.getChild("VariableName");
      if (name) made.add(text(name));
      for (const inner of scope(node, text).used) used.add(inner);
      return;
    }
    const targets = targetsOf(node, isTop);
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (targets.some((target) => target.from === child.from)) names(child).forEach((name) => made.add(name));
      else if (child.name === "VariableName") used.add(text(child));
      else walk(child);
    }
  }

  function names(node) {
    if (node.name === "VariableName") return [text(node)];
    if (!/^(?:Tuple|Parenthesized|Array)Expression$|^(?:Param|Import)/.test(node.name)) return (walk(node), []);
    const found = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (/Name$|Expression$/.test(child.name)) found.push(...names(child));
    }
    return found;
  }
}

/** The children of a statement that receive a value. */
function targetsOf(node, isTop) {
  if (isTop && node.name === "FunctionDefinition")
    return [node.getChild("ParamList"), node.getChild("VariableName")].filter(Boolean);
  if (node.name === "LambdaExpression") return [node.getChild("ParamList")].filter(Boolean);
  if (node.name === "ImportStatement") return node.getChildren("VariableName");
  if (node.name === "AssignStatement") return before(node, "AssignOp");
  if (node.name === "ForStatement" || /Comprehension/.test(node.name)) return between(node, "for", "in");
  return [];
}

/** What stands before the last `=`: in `a = b = 1`, both. */
function before(node, sign) {
  const children = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children
    .slice(
      0,
      children.findLastIndex((child) => child.name === sign),
    )
    .filter((child) => child.name !== sign);
}

function between(node, first, last) {
  const found = [];
  let inside = false;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === last) inside = false;
    if (inside) found.push(child);
    if (child.name === first) inside = true;
  }
  return found;
}

/**
 * Among `cells`, in the order of the page, those that `target` stands on, in that order: all that is prepared or
 * answered above it, since the kit looks for the pupil's functions by itself, and the experiments that make the names
 * it uses.
 */
export function standsOn(target, cells) {
  const names = new Map(cells.map((cell) => [cell, namesOf(cell.source)]));
  const seen = new Set([target]);
  const visit = (cell) => {
    for (const name of names.get(cell).used) {
      const maker = cells.slice(0, cells.indexOf(cell)).findLast((above) => names.get(above).made.has(name));
      if (!maker || seen.has(maker)) continue;
      seen.add(maker);
      visit(maker);
    }
  };
  visit(target);
  const above = cells.slice(0, cells.indexOf(target));
  return above.filter((cell) => cell.isGiven || cell.isAnswer || seen.has(cell));
}
