// Runs before the first paint, so that neither the colours nor the layout change under the reader's eyes.
"use strict";
(() => {
  const root = document.documentElement;

  // `js` shows what only works with scripts. Should one of them fail, the page falls back to what works without; what is
  // brought later, and is never deferred, may fail alone.
  root.classList.add("js");
  addEventListener("error", ({ target }) => {
    if (target === window || target.defer) root.classList.remove("js");
  }, true);

  // How one reads is the reader's, not the course's: one key for all courses of a site, apart from their progress.
  try {
    const { size, ...choices } = JSON.parse(localStorage.getItem("minicourse:reading"));
    Object.assign(root.dataset, choices);
    root.style.fontSize = size;
  } catch { /* nothing chosen yet, or storage is forbidden: the system and the author decide */ }
})();
