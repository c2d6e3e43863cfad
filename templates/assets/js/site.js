// What every page does: words for the scripts, what is brought later, short addresses, printing.
"use strict";
(() => {
  const root = document.documentElement;
  const words = minicourse.words = JSON.parse(document.body.dataset.words);
  const plural = new Intl.PluralRules(words.language);

  // A text of the theme; `n` chooses among plural forms, and numbers are written as the language of the text does.
  minicourse.say = (name, values = {}) => {
    const entry = words[name];
    const text = entry[plural.select(values.n)] || entry.other || entry;
    return text.replace(/\{(\w+)\}/g, (_, key) => values[key]?.toLocaleString(words.language));
  };

  // What few use is brought when it is asked for, from beside this file: `minicourse.lazy` is the list of such files.
  const { src } = document.currentScript;
  const tools = minicourse.tools = {};
  const bring = (file) => new Promise((resolve, reject) => {
    const element = document.createElement(file.endsWith("css") ? "link" : "script");
    element.rel = "stylesheet";
    element.href = element.src = new URL(file, src); // of which each reads its own
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
  const brought = {};
  let listed;
  minicourse.bring = (name) => (brought[name] ??=
    (listed ??= bring(minicourse.lazy)).then(() => Promise.all(minicourse.files[name].map(bring))));
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-tool], a.term");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { tool = "terms" } = opener.dataset;
    event.preventDefault();
    minicourse.bring(tool).then(() => tools[tool](opener), () => {
      brought[tool] = listed = null;
      if (opener.href) location = opener.href;
    });
  });

  // Who comes by a result of the search finds the words marked.
  try { if (sessionStorage.found) minicourse.bring("search"); } catch { /* storage is forbidden */ }

  // Links name index.html so that they work from a disk; a server doesn't need it.
  if (/^http/.test(location)) {
    for (const link of document.querySelectorAll('a[href*="index.html"]')) {
      if (link.origin === location.origin) link.href = link.getAttribute("href").replace(/index\.html(?=#|$)/, "") || "./";
    }
  }

  if (top !== self) minicourse.bring("framed");

  // The sheet of lessons is a phone's; it must not stay open when the window grows into a column.
  matchMedia("(min-width: 64rem)").onchange = () => document.querySelector(".lessons")?.hidePopover();

  // A lesson as cards, where the author or the reader wants that.
  if (root.dataset.view === "cards" && document.querySelector("main[data-key]")) {
    minicourse.bring("cards").catch(() => { root.dataset.view = ""; }); // then as a page
  }

  // Where there is room for it, the table of contents shows where one is.
  if (document.querySelector("main ~ .toc")?.checkVisibility()) minicourse.bring("toc");

  document.querySelector(".print-now")?.addEventListener("click", print);

  // Paper can't be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = document.querySelectorAll("details:not([open])");
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
