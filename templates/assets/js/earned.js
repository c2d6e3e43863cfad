// Whether a learner has what the certificate takes, and the line that says so on the front page and below a test.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};

  // What was stored may be old, or anything: only what has a time counts.
  const record = (part, name) => Object((Object.hasOwn(Object(part), name) && part[name]) || {});
  const time = (at) => (typeof at === "string" && Date.parse(at) ? new Date(at).toISOString() : undefined);

  const lesson = (data, key) => {
    const { complete } = record(data.lessons, key);
    return { key, at: complete && !complete.undone ? time(complete.at) : undefined };
  };
  // Passed at the first result that passed; the score is that of the best, in whole per cent.
  const quiz = (data, name) => {
    const { answers } = record(data.questions, name);
    const results = (Array.isArray(answers) ? answers : [])
      .filter((fact) => time(fact?.at) && fact.score >= 0 && fact.score <= 1);
    const passed = results.filter((fact) => fact.passed === true).map(({ at }) => time(at)).sort();
    const best = results.length ? Math.floor(Math.max(...results.map(({ score }) => score)) * 100 + 1e-9) : undefined;
    return { name, best, at: passed[0] };
  };

  // How far a learner is: what is asked are the keys of lessons and the names of quizzes, `data` is what the browser
  // remembers. `at` is when the last of it was done; undefined while something is missing. Pure.
  minicourse.earned = ({ lessons, quizzes }, data) => {
    const found = { lessons: lessons.map((key) => lesson(data, key)), quizzes: quizzes.map((name) => quiz(data, name)) };
    const all = [...found.lessons, ...found.quizzes].map(({ at }) => at);
    const times = all.filter(Boolean).sort();
    return { ...found, done: times.length, total: all.length, at: times.length === all.length ? times.at(-1) : undefined };
  };

  if (typeof document === "undefined") return;
  const { say, store } = minicourse;
  for (const line of document.querySelectorAll("[data-certificate]")) {
    const asked = JSON.parse(line.dataset.certificate);
    const { after } = line.dataset; // below a test it speaks when the test is passed
    const link = line.querySelector("a");
    const before = link.textContent;
    const draw = () => {
      const { at, quizzes } = minicourse.earned(asked, store.all());
      line.hidden = Boolean(after) && !quizzes.find(({ name }) => name === after)?.at;
      line.dataset.state = at ? "done" : "";
      if (at) link.textContent = say("certificate_earned");
      else link.textContent = after ? say("certificate_missing") : before;
    };
    document.addEventListener("minicourse:change", draw);
    draw();
  }
})();
