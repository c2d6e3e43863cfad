// How far a learner has come with each objective, in words; and what to do with a lesson that has changed.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};
  const DAY = 24 * 60 * 60 * 1000;

  // What answers to some questions come to, each a list of facts: how many questions were answered, how many rightly (by
  // the last answer that was right or wrong), and whether that is mastery: all of them right, and right answers at least
  // a day apart. Pure: tests/store asks it.
  minicourse.standing = (questions) => {
    const judged = questions.map((answers) => answers.filter(({ correct }) => typeof correct === "boolean"));
    const answered = judged.filter((facts) => facts.length).length;
    const right = judged.filter((facts) => facts.at(-1)?.correct).length;
    const times = judged.flat().filter(({ correct }) => correct).map(({ at }) => Date.parse(at)).filter(Boolean);
    const apart = times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b), Infinity);
    return { total: questions.length, answered, right, mastered: right === questions.length && apart >= DAY };
  };

  if (typeof document === "undefined") return;
  const { say, store } = minicourse;
  const facts = (name) => {
    const answers = store.all().questions[name]?.answers;
    return Array.isArray(answers) ? answers.filter((fact) => fact?.at && !Array.isArray(fact)) : [];
  };
  const standing = (names) => minicourse.standing(names.map(facts));
  const names = (text) => text.split(" ").filter(Boolean);

  const inWords = ({ total, answered, right, mastered }) => {
    if (!answered) return "";
    if (mastered) return say("mastered");
    const rightly = say(right === answered ? "all_right" : "n_right", { n: right });
    return say("answered_of", { n: answered, total }) + say("comma") + rightly;
  };

  // On a lesson's page its own cards say what asks for an objective; elsewhere the list does.
  const main = document.querySelector("main[data-key]");
  const asked = (item) => {
    if (!main) return names(item.dataset.asks);
    const cards = [...main.querySelectorAll("form[data-objective]")].filter(({ dataset }) => (
      dataset.objective === item.dataset.objective && !["open", "survey"].includes(dataset.kind)
    ));
    return [...new Set(cards.map(({ dataset }) => dataset.name))];
  };
  const items = [...document.querySelectorAll(".aims li[data-objective], [data-asks]")].map((item) => [item, asked(item)]);

  const drawItem = ([item, asks]) => {
    if (!asks.length) return;
    const found = standing(asks);
    let note = item.querySelector(":scope > .meta");
    if (!note) {
      note = document.createElement("span");
      note.className = "meta";
      item.append(" ", note);
    }
    note.dataset.asked ??= note.textContent;
    note.textContent = inWords(found) || note.dataset.asked;
    item.dataset.standing = found.right === found.total ? "right" : ""; // a tick in place of the arrow
  };

  const line = document.querySelector(".standing");
  const drawLine = () => {
    const n = Object.keys(store.all().lessons).filter((key) => store.lesson(key).complete).length;
    const lessons = Number(line.dataset.lessons);
    const known = new Map(items.filter(([, asks]) => asks.length).map(([, asks]) => [asks.join(" "), asks]));
    const begun = [...known.values()].filter((asks) => standing(asks).answered).length;
    line.textContent = [
      say("lessons_complete", { n: Math.min(n, lessons), total: lessons }),
      ...(known.size ? [say("objectives_practised", { n: begun, total: known.size })] : []),
    ].join(say("comma"));
  };

  // What was finished in another wording is said at the top, where reading begins, and at the end.
  const lead = document.querySelector(".finish p");
  const { textContent: usual } = lead || {};
  const drawChanged = () => {
    const { complete, digest } = store.lesson(main.dataset.key);
    const changed = complete && digest && digest !== main.dataset.digest;
    lead.textContent = changed ? say("changed_since") : usual;
    const shown = main.querySelector(".changed");
    if (changed && !shown) {
      const note = document.createElement("p");
      note.className = "alert alert-warning changed";
      note.textContent = say("changed_since");
      main.querySelector(".facts").after(note);
    } else if (!changed) shown?.remove();
  };

  const draw = () => {
    items.forEach(drawItem);
    if (line) drawLine();
    if (main) drawChanged();
  };
  document.addEventListener("minicourse:change", draw);
  draw();
})();
