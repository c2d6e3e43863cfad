// What the browser remembers of a course, in one place, and how the page shows it.
"use strict";
(() => {
  const minicourse = globalThis.minicourse;
  const { say } = minicourse;
  const KEY = `minicourse:${document.documentElement.dataset.course}:v1`;

  // ---- the store ------------------------------------------------------------------------------------------------

  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  let data = { schema: 1, seed: Math.floor(Math.random() * 2 ** 32), lessons: {}, questions: {} };
  let kept = true; // false once the browser refuses to write, or a newer version wrote: then memory must do

  // Fields that this version doesn't know are kept as they are; what is broken is begun anew.
  const load = () => {
    if (!kept) return;
    let stored;
    try { stored = JSON.parse(localStorage.getItem(KEY)); } catch { /* forbidden or corrupt */ }
    if (!isRecord(stored)) stored = {};
    if (stored.schema > 1) { kept = false; return; }
    data = { ...stored, schema: 1, seed: Number.isInteger(stored.seed) ? stored.seed : data.seed };
    for (const part of ["lessons", "questions"]) {
      const entries = isRecord(data[part]) ? Object.entries(data[part]) : [];
      data[part] = Object.fromEntries(entries.filter(([, entry]) => isRecord(entry)));
    }
  };

  const changed = () => document.dispatchEvent(new Event("minicourse:change"));

  // Reads first, so that what another tab wrote isn't lost.
  const update = (part, name, fields) => {
    load();
    data[part][name] = { ...data[part][name], ...fields };
    try { if (kept) localStorage.setItem(KEY, JSON.stringify(data)); } catch { kept = false; }
    changed();
  };

  minicourse.store = {
    // A number that is always the same for these words and this learner, and otherwise as good as random (FNV-1a).
    rank: (words) => [...`${words} ${data.seed}`]
      .reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(), 16777619) >>> 0, 2166136261),
    lesson: (key) => data.lessons[key] || {},
    question: (name) => data.questions[name] || {},
    setLesson: (key, fields) => update("lessons", key, fields),
    setQuestion: (name, fields) => update("questions", name, { ...fields, at: new Date().toISOString() }),
  };

  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    load();
    changed();
  });
  load();

  // ---- what the page shows of it --------------------------------------------------------------------------------

  const links = [...document.querySelectorAll("[data-lesson]")];
  const thread = document.querySelector(".thread");
  const count = document.querySelector(".progress-count");
  const start = document.querySelector(".start");
  const main = document.querySelector("main[data-key]");
  const finish = document.querySelector(".finish button");

  const answered = () => {
    const counts = {};
    for (const { lesson, settled } of Object.values(data.questions)) {
      if (settled) counts[lesson] = (counts[lesson] || 0) + 1;
    }
    return counts;
  };

  const drawLink = (link, done) => {
    const { lesson: key, digest, steps } = link.dataset;
    const lesson = minicourse.store.lesson(key);
    const total = Number(steps);
    const part = Math.min(done[key] || 0, total);
    let state = part ? "part" : lesson.seen ? "seen" : "";
    if (lesson.complete) state = lesson.digest && lesson.digest !== digest ? "changed" : "done";
    link.dataset.state = state;
    link.style.setProperty("--part", Math.max(part / (total || 1), 0.12)); // begun, if only just, must show
    link.querySelector(".state").textContent = state && say(`state_${state}`, { n: part, total });
  };

  const drawThread = () => {
    const listed = thread.dataset.keys.split(" ").filter(Boolean);
    const total = Number(thread.dataset.total);
    const keys = listed.length < total ? Object.keys(data.lessons) : listed; // a long course lists only a part
    const n = Math.min(keys.filter((key) => minicourse.store.lesson(key).complete).length, total);
    thread.firstElementChild.style.inlineSize = `${total ? (100 * n) / total : 0}%`;
    if (count) count.textContent = say("progress", { n, total });
  };

  // Where to go on: the lesson last seen and not finished; else the first not finished; never by itself.
  const drawStart = () => {
    const seen = (link) => minicourse.store.lesson(link.dataset.lesson).seen || "";
    const rows = links.filter((link) => link.matches(".row"));
    if (!start || !rows.some(seen)) return;
    const open = rows.filter((link) => !minicourse.store.lesson(link.dataset.lesson).complete);
    const next = open.reduce((best, link) => (seen(link) > seen(best) ? link : best), open[0] || rows[0]);
    start.href = next.getAttribute("href");
    start.textContent = say(open.length ? "continue" : "read_again", { title: next.querySelector("b").textContent });
  };

  // A lesson that has changed since it was finished can be finished again.
  const isFinished = () => {
    const { complete, digest } = minicourse.store.lesson(main.dataset.key);
    return Boolean(complete) && (!digest || digest === main.dataset.digest);
  };

  const drawFinish = () => {
    const complete = isFinished();
    finish.classList.toggle("complete", complete);
    finish.textContent = say(complete ? "completed" : "mark_complete");
  };

  const draw = () => {
    const done = answered();
    for (const link of links) drawLink(link, done);
    drawThread();
    drawStart();
    if (main) drawFinish();
  };

  document.addEventListener("minicourse:change", draw);
  draw();

  if (main) {
    const { key, digest } = main.dataset;
    const now = () => new Date().toISOString();
    const see = () => minicourse.store.setLesson(key, { complete: null, ...minicourse.store.lesson(key), seen: now() });
    if (document.prerendering) document.addEventListener("prerenderingchange", see, { once: true });
    else see();
    finish.addEventListener("click", () => {
      minicourse.store.setLesson(key, { complete: isFinished() ? null : now(), digest });
    });
  }
})();
