// The whole course in one file: one leaf of it on view, the one that holds what the address names.
"use strict";
(() => {
  const { say, store } = minicourse;
  const { title } = document;
  const leaves = [...document.querySelectorAll(".leaf")];
  const lessons = leaves.filter(({ dataset }) => dataset.key);
  const links = [...document.querySelectorAll(".lessons ol a")];
  const nameOf = (hash) => {
    try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
  };
  let shown;

  const focusOn = (element) => {
    if (!element.matches("a, button, input, select, textarea, summary, [tabindex]")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };

  const open = (leaf) => {
    shown?.removeAttribute("data-on");
    for (const recording of shown?.querySelectorAll("audio, video") || []) recording.pause();
    leaf.dataset.on = "";
    shown = leaf;
    document.title = leaf === leaves[0] ? title : `${leaf.querySelector("h1").textContent} · ${title}`;
    for (const link of links) {
      if (nameOf(link.hash) === leaf.id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.querySelector(".lessons:popover-open")?.hidePopover();
    if (leaf.dataset.key) store.see(leaf.dataset.key);
  };

  // A place in the leaf on view is the browser's own affair.
  const follow = (event) => {
    const place = document.getElementById(nameOf(location.hash));
    const leaf = place?.closest(".leaf") || (location.hash && shown) || leaves[0];
    if (leaf === shown) return;
    open(leaf);
    const inside = place && place !== leaf && leaf.contains(place);
    if (inside) place.scrollIntoView();
    else scrollTo({ top: 0, behavior: "instant" });
    if (event) focusOn(inside ? place : leaf.querySelector("h1"));
  };

  // The end of each lesson, as on a page of its own.
  const isFinished = ({ key, digest: now }) => {
    const { complete, digest } = store.lesson(key);
    return Boolean(complete) && (!digest || digest === now);
  };
  const draw = () => {
    for (const leaf of lessons) {
      const button = leaf.querySelector(".finish button");
      const complete = isFinished(leaf.dataset);
      button.classList.toggle("complete", complete);
      button.textContent = say(complete ? "completed" : "mark_complete");
    }
  };
  for (const leaf of lessons) {
    const { key, digest } = leaf.dataset;
    leaf.querySelector(".finish button").addEventListener("click", () => {
      store.complete(key, isFinished(leaf.dataset) ? { undone: true } : { digest });
    });
  }

  document.addEventListener("minicourse:change", draw);
  addEventListener("hashchange", follow);
  draw();
  follow();
})();
