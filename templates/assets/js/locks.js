// Lessons that open one after the other: which are closed, in the lists; and on the page of one, what opens it.
"use strict";
(() => {
  const { say, store } = globalThis.minicourse;
  const { opens, waits, never } = globalThis.minicourseLock;
  const root = document.documentElement;
  const links = [...document.querySelectorAll("[data-lesson][data-after]")];
  const main = document.querySelector("main[data-key]");

  const drawLink = (link) => {
    const { lesson: key, after, needs } = link.dataset;
    if (never || opens(store.all(), { key, after, needs })) return;
    link.dataset.state = "locked";
    link.querySelector(".state").textContent = say("locked");
  };

  const notice = () => {
    const link = document.createElement("a");
    link.href = waits.href;
    link.textContent = waits.title;
    const [before, after] = say(Number(waits.needs) ? "opens_mastered" : "opens_complete", { title: "\n" }).split("\n");
    const text = document.createElement("p");
    text.className = "lock";
    text.append(before, link, after);
    return text;
  };

  const drawNotice = () => {
    const closed = !never && !opens(store.all(), waits);
    root.classList.toggle("locked", closed);
    const shown = main.querySelector(".lock");
    if (closed && !shown) main.querySelector("h1").after(notice());
    else if (!closed) shown?.remove();
  };

  const draw = () => {
    links.forEach(drawLink);
    if (waits) drawNotice();
  };
  document.addEventListener("minicourse:change", draw);
  draw();
})();
