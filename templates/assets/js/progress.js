// What the browser remembers of a course, in one place, and how the page shows it.
"use strict";
(() => {
  const { say, bring } = minicourse;
  const KEY = `minicourse:${document.documentElement.dataset.course}:v1`;

  // ---- the store ------------------------------------------------------------------------------------------------

  // Made so that two of them can always be put together (docs/architecture.md): answers are facts, each with its time
  // and never changed; `seen`, `complete` and `state` are registers, where the later one counts.
  //   { schema: 2, seed, lessons: { KEY: { seen: {at}, complete: {at, digest, undone} } },
  //     questions: { NAME: { lesson, state: {at, …}, answers: [{at, response, correct, sure, settled, in}, …] } } }
  const isRecord = (value) => Object(value) === value && !Array.isArray(value);
  const now = () => new Date().toISOString();
  let data = { schema: 2, seed: Math.floor(Math.random() * 2 ** 32), lessons: {}, questions: {} };
  let kept = true; // false once the browser refuses to write, or a newer version wrote: then memory must do

  const changed = () => document.dispatchEvent(new Event("minicourse:change"));
  const write = () => {
    try { if (kept) localStorage.setItem(KEY, JSON.stringify(data)); } catch { kept = false; }
    changed();
  };

  const read = () => {
    let stored;
    try { stored = JSON.parse(localStorage.getItem(KEY)); } catch { /* forbidden or corrupt */ }
    return isRecord(stored) ? stored : {};
  };

  // Fields that this version doesn’t know are kept as they are; what is broken, or no longer there, is begun anew.
  const adopt = (stored) => {
    data = { seed: data.seed, ...stored, schema: 2 };
    for (const part of ["lessons", "questions"]) {
      const entries = Object.entries(stored[part] || {});
      data[part] = { __proto__: null, ...Object.fromEntries(entries.filter(([, entry]) => isRecord(entry))) };
    }
  };

  // What an earlier version wrote is put together with what is answered before the script for it has come (and should it
  // not come, is left alone); what a newer version wrote is left alone.
  const load = () => {
    if (!kept) return;
    const { schema = 2, ...stored } = read();
    kept = schema === 2;
    if (kept) return adopt(stored);
    data.seed = stored.seed;
    bring("transfer").then(() => {
      adopt(minicourse.merge(data, minicourse.migrated(read()))); // by now another tab may have done the same
      kept = true;
      write();
    }).catch(() => {});
  };

  // Reads first, so that what another tab wrote isn't lost.
  const change = (part, name, fields) => {
    load();
    const entry = data[part][name] || {};
    data[part][name] = { ...entry, ...fields(entry) };
    write();
  };

  const facts = (answers) => [].concat(answers).filter((fact) => isRecord(fact) && fact.at);

  const store = minicourse.store = {
    // A number that is always the same for these words and this learner, and otherwise as good as random (FNV-1a).
    rank: (words) => [...`${words} ${data.seed}`]
      .reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(), 16777619) >>> 0, 2166136261),
    all: () => (load(), data),
    replace: (all) => {
      adopt(all);
      write();
      return kept;
    },
    // Of a lesson: when it was last seen, when completed, and in which wording.
    lesson: (key) => {
      const { seen, complete } = data.lessons[key] || {};
      return { seen: seen?.at, complete: !complete?.undone && complete?.at, digest: complete?.digest };
    },
    see: (key) => change("lessons", key, () => ({ seen: { at: now() } })),
    complete: (key, fields) => change("lessons", key, () => ({ complete: { at: now(), ...fields } })),
    // Of a question, what its answers come to. Those given in a quiz or a review are no tries.
    view: ({ state, answers } = {}) => {
      const here = facts(answers).filter((fact) => !fact.in);
      const tries = here.filter(({ correct }) => correct !== undefined);
      const last = here.at(-1);
      return {
        ...state, last: state?.last && !(last?.at >= state.at) ? state.last : last?.response,
        answers: here, attempts: tries.length, settled: here.some(({ settled }) => settled), at: `${state?.at} ${last?.at}`,
      };
    },
    question: (name) => store.view(data.questions[name]),
    keep: (name, fields) => change("questions", name, ({ state }) => ({ state: { ...state, ...fields, at: now() } })),
    answer: (name, lesson, fact) => change("questions", name, ({ answers }) => (
      { ...(lesson && { lesson }), answers: [...facts(answers), { at: now(), ...fact }] }
    )),
  };

  addEventListener("storage", (event) => {
    if ((event.key ?? KEY) !== KEY) return; // no key: all was cleared
    load();
    changed();
  });
  load();

  // ---- what the page shows of it --------------------------------------------------------------------------------

  const links = [...document.querySelectorAll("[data-lesson]")];
  const thread = document.querySelector(".thread");
  const count = document.querySelector(".progress-count");
  const main = document.querySelector("main[data-key]");
  const finish = document.querySelector(".finish button");

  const answered = () => {
    const counts = {};
    for (const [name, { lesson }] of Object.entries(data.questions)) {
      if (store.question(name).settled) counts[lesson] = (counts[lesson] || 0) + 1;
    }
    return counts;
  };

  const drawLink = (link, done) => {
    const { lesson: key, digest, steps } = link.dataset;
    const lesson = store.lesson(key);
    const total = Number(steps);
    const part = Math.min(done[key] || 0, total);
    let state = part ? "part" : lesson.seen ? "seen" : "";
    if (lesson.complete) state = lesson.digest && lesson.digest !== digest ? "changed" : "done";
    link.dataset.state = state;
    link.style.setProperty("--part", Math.max(part / (total || 1), 0.12)); // begun, if only just, must show
    link.querySelector(".state").textContent = state && say(`state_${state}`, { n: part, total });
  };

  const drawThread = () => {
    const { total, keys } = thread.dataset;
    const listed = keys.split(" ");
    const known = listed.length < total ? Object.keys(data.lessons) : listed; // a long course lists only a part
    const n = Math.min(known.filter((key) => store.lesson(key).complete).length, total);
    thread.firstElementChild.style.inlineSize = `${(100 * n) / total || 0}%`;
    if (count) count.textContent = say("progress", { n, total: +total });
  };

  // A lesson that has changed since it was finished can be finished again.
  const isFinished = () => {
    const { complete, digest } = store.lesson(main.dataset.key);
    return !!complete && (digest ?? main.dataset.digest) === main.dataset.digest;
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
    if (main) drawFinish();
  };

  document.addEventListener("minicourse:change", draw);
  draw();

  if (main) {
    const { key, digest } = main.dataset;
    const see = () => store.see(key);
    if (document.prerendering) document.addEventListener("prerenderingchange", see, { once: true });
    else see();
    finish.addEventListener("click", () => store.complete(key, isFinished() ? { undone: true } : { digest }));
  }
})();
