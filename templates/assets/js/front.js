// The front page: where to go on, and what is due for review.
"use strict";
(() => {
  const { say, store, schedule } = globalThis.minicourse;
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

  // What the course still asks is listed in a script of its own, brought only if something may be due.
  const due = document.querySelector(".due a");
  const drawDue = () => {
    const { questions } = store.all();
    const today = schedule.day(new Date());
    if (!due) return;
    if (!schedule.mayBeDue(questions, today)) {
      due.hidden = true;
      return;
    }
    const { index } = due.dataset;
    (minicourse.files ??= {})[index] = [index];
    minicourse.bring(index).then(() => {
      const n = schedule.plans(minicourse.asked, questions).filter(schedule.isDue(today)).length;
      due.textContent = say("due", { n });
      due.hidden = !n;
    }, () => { /* the page is whole without it */ });
  };

  const drawAll = () => {
    draw();
    drawDue();
  };
  document.addEventListener("minicourse:change", drawAll);
  drawAll();
})();
