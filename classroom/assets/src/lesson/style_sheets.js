// CodeMirror writes its styles in <style> elements, which the page's policy refuses. Constructed sheets are allowed.

import { StyleModule } from "style-mod";

const mounted = new Set();

StyleModule.mount = (root, modules) => {
  for (const module of [modules].flat()) {
    if (mounted.has(module)) continue;
    mounted.add(module);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(module.getRules());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
};
