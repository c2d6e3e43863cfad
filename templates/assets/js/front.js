// The front page: where to go on.
"use strict";
(() => {
  const { say, store } = globalThis.minicourse;
  const start = document.querySelector(".start");
  const rows = [...document.querySelectorAll(".row[data-lesson]")];
  if (!start) return;

  // The lesson last seen and not finished; else the first not finished; never by itself.
  const draw = () => {
    const of = ({ dataset }) => store.lesson(dataset.lesson);
    const seen = (row) => of(row).seen || "";
    if (!rows.some(seen)) return;
    const open = rows.filter((row) => !of(row).complete && row.dataset.state !== "locked");
    const next = open.reduce((best, row) => (seen(row) > seen(best) ? row : best), open[0] || rows[0]);
    start.href = next.getAttribute("href");
    start.textContent = say(open.length ? "continue" : "read_again", { title: next.querySelector("b").textContent });
  };

  document.addEventListener("minicourse:change", draw);
  draw();
})();
