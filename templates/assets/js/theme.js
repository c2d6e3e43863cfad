// Runs before the first paint, so that neither the colours nor the layout change under the reader's eyes.
"use strict";
(() => {
  const root = document.documentElement;

  // `js` shows what only works with scripts. Should one of them fail, the page falls back to what works without; what is
  // brought later, and is never deferred, may fail alone.
  root.classList.add("js");
  addEventListener("error", (event) => {
    if (event.target === window || event.target.defer) root.classList.remove("js");
  }, true);

  // The colour scheme is the reader's, not the course's: one key for all courses of a site, apart from their progress.
  try {
    const scheme = localStorage.getItem("minicourse:scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.theme = scheme;
  } catch { /* storage is forbidden: the system decides */ }
})();
