// The section being read, marked in the table of contents.
"use strict";
(() => {
  const entries = new Map([...document.querySelectorAll("main ~ .toc a")].map((link) => [link.hash.slice(1), link]));
  const headings = [...entries.keys()].map((id) => document.getElementById(decodeURIComponent(id))).filter(Boolean);
  const main = document.querySelector("main");
  // Of what is on view; on a card without a heading, the last one before it.
  const sectionOf = () => {
    const shown = headings.filter((heading) => !heading.closest("[data-off]"));
    if (shown.length) return shown.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.35).pop() || shown[0];
    const here = main.querySelector(":scope > .prose > :not([data-off]), :scope > :not(.prose, [data-off])");
    return headings.filter((heading) => here.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING).pop();
  };
  const mark = () => {
    const current = (sectionOf() || headings[0])?.id;
    for (const [id, link] of entries) {
      if (decodeURIComponent(id) === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  // Not an observer of the headings: a jump past several of them crosses none.
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  }, { passive: true });
  new MutationObserver(mark).observe(main, { attributeFilter: ["data-card"] });
  mark();
})();
