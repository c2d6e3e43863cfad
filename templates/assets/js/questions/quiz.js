// A quiz: questions are drawn, answered together, and have one result. Its questions are cards as everywhere else.
"use strict";
(() => {
  const minicourse = globalThis.minicourse;

  // Mulberry32: small, and the same for the same seed in every browser.
  const random = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  // `length` of the bank in random order, as evenly over the objectives as can be: all first ones before any second.
  // Pure: tests/grading/test_draw.py asks it.
  minicourse.drawn = (bank, length, seed) => {
    const next = random(seed);
    const mixed = bank.map((entry) => [next(), entry]).sort(([a], [b]) => a - b).map(([, entry]) => entry);
    if (length >= bank.length) return bank.map(({ name }) => name);
    const seen = Object.create(null);
    const ranked = mixed.map(({ name, objective }) => {
      seen[objective] = (seen[objective] || 0) + 1;
      return { name, rank: seen[objective] };
    });
    return ranked.sort((a, b) => a.rank - b.rank).slice(0, length).map(({ name }) => name);
  };

  if (typeof document === "undefined") return;
  const { say, store, make } = minicourse;

  const enhance = (section) => {
    const { name, length, pass, attempts, show, feedback } = section.dataset;
    const part = (className) => section.querySelector(`:scope > .${className}`);
    const [begin, errors, result, questions, steps] =
      ["quiz-begin", "quiz-errors", "quiz-result", "quiz-questions", "quiz-steps"].map(part);
    const forms = [...questions.children];
    const cards = Object.fromEntries(forms.map((form) => [form.dataset.name, form.card]));
    const aims = [...(part("aims")?.content.children || [])];
    const limit = Number(attempts) || Infinity;
    const oneByOne = show === "one";
    const atOnce = feedback === "now";
    const lesson = section.closest("[data-digest]").dataset.key;

    const record = () => store.question(name);
    const results = () => record().answers;
    let current = null; // what is being answered: { names, answers, place }
    let drawn; // the result shown
    let at; // when what is shown here was saved
    let saving = false;
    const save = (change) => {
      saving = true;
      change();
      saving = false;
      ({ at } = record());
    };
    const keep = () => save(() => store.keep(name, { current }));

    const headOf = (form) => form.querySelector(".question-head span");
    const focusOn = (element) => {
      element.tabIndex = -1;
      element.focus();
    };
    const button = (word, act, className = "plain") => {
      const made = make("button", className, say(word));
      made.type = "button";
      made.addEventListener("click", act);
      return made;
    };

    // Shows these questions, numbered, and no other; `state` says to the stylesheet what can be done with them.
    const lay = (names, state) => {
      section.dataset.state = state;
      for (const form of forms) form.hidden = state !== "idle" && !names.includes(form.dataset.name);
      names.forEach((each, index) => {
        headOf(cards[each].form).textContent = say("quiz_question", { n: index + 1, total: names.length });
        questions.append(cards[each].form);
      });
      begin.hidden = state !== "idle";
      result.hidden = state === "idle" || state === "taking";
      steps.hidden = state !== "taking";
      errors.hidden = true;
    };

    // What was stored may be old, or anything: only what the controls can hold counts.
    const answerTo = ({ answers }, each) => {
      const stored = Object(answers)[each];
      cards[each].write(Array.isArray(stored) ? stored.map(String) : []);
      return cards[each].read();
    };

    // ---- taking it ------------------------------------------------------------------------------------------------

    const go = (place, focus = true) => {
      const { names } = current;
      current.place = place;
      if (oneByOne) names.forEach((each, index) => { cards[each].form.hidden = index !== place; });
      const last = !oneByOne || place === names.length - 1;
      steps.querySelector("[data-step='-1']").hidden = !oneByOne || place === 0;
      steps.querySelector("[data-step='1']").hidden = last;
      steps.querySelector("[data-finish]").hidden = !last;
      if (focus) focusOn(cards[names[place]].form.querySelector("legend"));
    };

    const take = (focus) => {
      lay(current.names, "taking");
      for (const each of current.names) {
        const card = cards[each];
        card.reset();
        const answer = answerTo(current, each);
        if (atOnce && current.answers[each]) card.show(answer);
        card.kept = ([first]) => {
          if (!atOnce || !current || current.answers[each]) return;
          current.answers[each] = first.response;
          keep();
        };
      }
      go(current.place, focus);
    };

    const start = () => {
      if (results().length >= limit) return resume();
      const seed = Math.floor(Math.random() * 4294967296);
      const bank = forms.map(({ dataset }) => dataset);
      current = { names: minicourse.drawn(bank, Number(length), seed), answers: { __proto__: null }, place: 0 };
      keep();
      take(true);
    };

    questions.addEventListener("input", ({ target }) => {
      const form = target.closest("form");
      if (!current || atOnce) return;
      current.answers[form.dataset.name] = cards[form.dataset.name].read();
      errors.hidden = true;
      keep();
    });

    // Enter in a field sends a form: before the end that must tell nothing. Afterwards nothing changes any more.
    for (const type of ["submit", "input"]) {
      questions.addEventListener(type, (event) => {
        const done = section.dataset.state === "done";
        if (!done && (type === "input" || !current || atOnce)) return;
        event.preventDefault();
        event.stopPropagation();
        if (done) showAnswer(drawn, event.target.closest("form").dataset.name);
      }, true);
    }

    const isOpen = (each) => (atOnce ? !current.answers[each] : Boolean(cards[each].problem?.(cards[each].read())));

    // An error summary: what has no answer yet, each with a link to it, and the way out.
    const drawErrors = (open) => {
      const links = open.map((each) => {
        const link = make("a", "", headOf(cards[each].form).textContent);
        link.href = `#${cards[each].form.id}`;
        link.addEventListener("click", (event) => {
          event.preventDefault();
          go(current.names.indexOf(each));
        });
        return make("li", "", link);
      });
      errors.replaceChildren(make("p", "", say("unanswered", { n: open.length })), make("ul", "", ...links), button("finish_anyway", finish));
      errors.hidden = false;
      errors.focus();
    };

    steps.addEventListener("click", ({ target }) => {
      if (target.dataset.step) {
        go(current.place + Number(target.dataset.step));
        keep();
      } else if ("finish" in target.dataset) {
        const open = current.names.filter(isOpen);
        if (open.length) drawErrors(open);
        else finish();
      }
    });

    // ---- the result -----------------------------------------------------------------------------------------------

    const graded = (entry) => entry.names.map((each) => {
      const { kind, key, form } = cards[each];
      const { score, correct } = minicourse.grade(kind, key, answerTo(entry, each));
      const points = score === null ? 0 : Number(form.dataset.points) || 1;
      return { name: each, form, objective: form.dataset.objective, points, earned: points * (score || 0), correct };
    });
    const sum = (entries, field) => entries.reduce((total, entry) => total + entry[field], 0);

    function finish() {
      if (!atOnce) for (const each of current.names) current.answers[each] = cards[each].read();
      const { names, answers } = current;
      const all = graded(current);
      const [earned, total] = [sum(all, "earned"), sum(all, "points")];
      const score = earned / (total || 1);
      const passed = pass === undefined ? null : score * 100 >= Number(pass) - 1e-9;
      const entry = { names, answers, earned, total, score, passed, settled: true };
      current = null;
      save(() => {
        store.keep(name, { current });
        store.answer(name, lesson, entry);
        // What was answered here counts for review and for what is mastered, not as a try in its lesson.
        for (const { name: each, correct } of all) {
          if (correct !== null) store.answer(each, null, { response: answers[each], correct, in: name });
        }
      });
      drawResult(entry, true);
    }

    const showAnswer = (entry, each) => {
      const answer = answerTo(entry, each);
      if (cards[each].key) cards[each].show(answer);
      else if (answer.some(Boolean)) cards[each].done();
    };

    const drawResult = (entry, focus) => {
      drawn = entry;
      const all = graded(entry);
      const missed = all.filter(({ correct }) => correct === false);
      const heading = make("h3", "", say("result", {
        n: Math.round(entry.earned * 10) / 10 || 0, total: Number(entry.total) || 0,
        percent: Math.floor(entry.score * 1000 + 1e-9) / 10 || 0,
      }));
      const verdict = entry.passed === null ? "" : say(entry.passed ? "passed" : "not_passed", { n: Number(pass) });
      const rows = aims.flatMap((aim) => {
        const mine = all.filter(({ objective, points }) => points && objective === aim.dataset.objective);
        if (!mine.length) return [];
        const right = mine.filter(({ correct }) => correct).length;
        const row = make("li", "", make("span", "", aim.textContent), " ",
          make("b", "", say("n_of_total", { n: right, total: mine.length })));
        row.dataset.mark = right === mine.length ? "right" : "";
        return row;
      });
      const again = missed.map(({ form }) => {
        const link = make("a", "", form.querySelector("legend").textContent);
        link.href = `#${form.id}`;
        const taught = form.querySelector(".taught-at")?.cloneNode(true);
        return make("li", "", link, ...(taught ? [taught] : []));
      });
      const left = limit - results().length;
      const actions = make("div", "actions-row");
      if (left > 0) actions.append(button("retake", start, "button"));
      if (missed.length) actions.append(button("practise", () => practise(missed.map((each) => each.name))));
      const tries = left === Infinity ? "" : say(left > 0 ? "attempts_left" : "no_attempts_left", { n: left });
      result.dataset.passed = String(entry.passed);
      result.replaceChildren(
        heading, make("p", "verdict", verdict),
        ...(rows.length ? [make("h4", "", say("by_objective")), make("ul", "aims-result", ...rows)] : []),
        ...(again.length ? [make("h4", "", say("missed_questions")), make("ul", "missed", ...again)] : []),
        actions, make("p", "seen", tries),
      );
      lay(entry.names, "done");
      for (const each of entry.names) showAnswer(entry, each);
      if (focus) focusOn(heading);
    };

    // Only those that were missed, with feedback at once; it counts for nothing.
    const practise = (names) => {
      for (const each of names) {
        cards[each].kept = null;
        cards[each].reset();
      }
      lay(names, "practice");
      focusOn(cards[names[0]].form.querySelector("legend"));
    };

    // Where it stands: in the middle of an attempt, at a result, or not begun. The bank may have lost some questions.
    function resume() {
      const known = record();
      const kept = (entry) => (Array.isArray(entry?.names) ? entry.names.filter((each) => Object.hasOwn(cards, each)) : []);
      const open = kept(known.current);
      const last = results().at(-1);
      ({ at } = known);
      current = null;
      if (open.length && open.length === known.current.names.length) {
        const { answers, place } = known.current;
        current = { names: open, answers: { __proto__: null, ...answers }, place: Math.max(open.indexOf(open[place]), 0) };
        take(false);
      } else if (last) drawResult({ ...last, names: kept(last) }, false);
      else lay([], "idle");
    }

    begin.querySelector("button").addEventListener("click", start);
    document.addEventListener("minicourse:change", () => {
      if (!saving && record().at !== at) resume();
    });
    resume();
  };

  document.addEventListener("minicourse:cards", () => {
    for (const section of document.querySelectorAll(".quiz[data-name]")) enhance(section);
  });
})();
