// Whether a lesson that waits for another is open. On its page this runs before the first paint, so that no text is shown
// and taken away. It guides and doesn't guard: without it, on paper and for search engines every lesson stands open.
"use strict";
(() => {
  const root = document.documentElement;
  const { dataset } = document.currentScript;
  const KEY = `minicourse:${root.dataset.course}:v1`;
  const isRecord = (value) => Object(value) === value;

  // What a browser remembers comes as this page's scripts left it, as an earlier version did, or as anything.
  const isDone = (lesson) => Boolean(isRecord(lesson?.complete) ? lesson.complete.at && !lesson.complete.undone : lesson?.complete);
  const isRight = (question) => [].concat(question.answers, question).some((fact) => fact?.correct === true);

  // Is it open: done before, or the lesson it waits for complete, or so many questions of that one answered rightly?
  const opens = ({ lessons, questions }, { key, after, needs }) => {
    if (isDone(lessons?.[key])) return true;
    if (!Number(needs)) return isDone(lessons?.[after]);
    const right = Object.values(questions || {}).filter((question) => question?.lesson === after && isRight(question));
    return right.length >= Number(needs);
  };

  // Where nothing can be kept, no lesson could ever be done: then none is closed.
  const read = () => {
    localStorage.setItem(`${KEY}:probe`, "");
    localStorage.removeItem(`${KEY}:probe`);
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch { return {}; }
  };

  const lock = globalThis.minicourseLock ??= { opens };
  if (dataset.after) lock.waits = dataset;
  try {
    const known = read();
    if (dataset.after) root.classList.toggle("locked", !opens(known, dataset));
  } catch { lock.never = true; }
})();
