// Questions: grading, and the conversation a learner has with one. The words of feedback stay the author's.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};

  // Pure, and the same as in Python: tests/grading/*.json is run against both.
  minicourse.grade = (kind, key, response) => {
    const chosen = [...new Set(response)].sort((a, b) => a - b);
    const hits = chosen.filter((value) => key.includes(value)).length;
    const missteps = chosen.length - hits;
    const correct = hits === key.length && missteps === 0;
    const score = kind === "multiple" ? Math.max(0, (hits - missteps) / key.length) : Number(correct);
    return { score, correct, feedback: chosen };
  };

  if (typeof document === "undefined") return;
  const { say, store } = minicourse;
  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  };

  // Fisher and Yates, over the places that may move.
  const shuffle = (values, fixed) => {
    const loose = values.filter((value) => !fixed.includes(value));
    for (let i = loose.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [loose[i], loose[j]] = [loose[j], loose[i]];
    }
    return values.map((value) => (fixed.includes(value) ? value : loose.shift()));
  };

  const list = (value) => (Array.isArray(value) ? value : []);
  const spoken = new Intl.ListFormat(document.documentElement.lang);

  const enhance = (form) => {
    const { name, kind } = form.dataset;
    const key = form.dataset.key.split(" ");
    const limit = Number(form.dataset.attempts) || Infinity;
    const lesson = form.closest("main").dataset.key;
    // Parts are found by their place: an author's own HTML may have the same classes.
    const [fieldset, error, actions, output, answer] =
      ["fieldset", "fieldset > .error", ".actions", "output", ".answer"]
        .map((selector) => form.querySelector(`:scope > ${selector}`));
    const check = actions.querySelector("button");
    const hintButton = actions.querySelector(".hint-button");
    const answerButton = actions.querySelector(".answer-button");
    const hints = [...form.querySelectorAll(":scope > .hint")];
    const inputs = [...fieldset.querySelectorAll("input")];
    const values = inputs.map((input) => input.value);
    const input = (value) => inputs[values.indexOf(value)];
    const textOf = (value) => input(value).labels[0].textContent.trim();

    let phase; // "open": being answered; "wrong": told so; "settled": right, or the answer was shown
    let drawn = {}; // the record shown here

    const first = () => fieldset.querySelector("input"); // as shown: the choices may be shuffled
    const record = () => store.question(name);
    const save = (fields) => {
      store.setQuestion(name, { lesson, ...fields, at: new Date().toISOString() });
      drawn = record();
    };
    const hintsTaken = () => {
      const taken = record().hints;
      return Number.isInteger(taken) && taken >= 0 && taken <= hints.length ? taken : 0;
    };
    const response = () => values.filter((value) => input(value).checked);
    const feedbackOf = (value) => answer.querySelector(`[data-for="${value}"] .feedback`);

    // ---- showing --------------------------------------------------------------------------------------------------

    const drawError = (text = "") => {
      error.textContent = text;
      error.hidden = !text;
      for (const element of kind === "choice" ? [fieldset] : inputs) {
        if (text) element.setAttribute("aria-invalid", "true");
        else element.removeAttribute("aria-invalid");
      }
      if (text) first().setAttribute("aria-describedby", error.id);
      else first().removeAttribute("aria-describedby");
    };

    const drawHints = (shown) => {
      hints.forEach((hint, index) => {
        hint.hidden = index >= shown;
        hint.open = index === shown - 1 && phase !== "settled";
      });
      if (!hintButton) return;
      hintButton.hidden = phase === "settled" || shown >= hints.length;
      if (shown) hintButton.textContent = say("another_hint");
    };

    // Back to a question without marks. What was ticked stays ticked.
    const clear = () => {
      for (const element of form.querySelectorAll(".because, .question > .explanation")) element.remove();
      for (const item of inputs) {
        delete item.parentElement.dataset.mark;
        item.removeAttribute("aria-describedby");
      }
      drawError();
      output.textContent = "";
      phase = "open";
      check.textContent = say("check");
      check.className = "button";
      answerButton.hidden = true;
      drawHints(hintsTaken());
    };

    // The verdict on one choice, inside it: an icon and a border by `data-mark`, the word, the author's feedback.
    const drawMark = (value, mark, word) => {
      const choice = input(value).parentElement;
      const because = make("div", "because");
      because.id = `${input(value).id}.because`;
      because.append(make("strong", "", say(word)), " ");
      const feedback = feedbackOf(value);
      if (feedback) because.append(...feedback.cloneNode(true).childNodes);
      choice.dataset.mark = mark;
      choice.append(because);
      input(value).setAttribute("aria-describedby", because.id);
    };

    // `all` shows the feedback of the choices not taken as well: the answer was asked for, or tries ran out.
    const draw = (chosen, { correct, settled, all }) => {
      clear();
      phase = settled ? "settled" : "wrong";
      for (const value of values) {
        const right = key.includes(value);
        if (chosen.includes(value)) {
          const word = right ? (correct ? "correct" : "right") : (settled || kind !== "choice" ? "wrong" : "not_yet");
          drawMark(value, right ? "right" : "wrong", word);
        } else if (settled && right) drawMark(value, "missed", kind === "choice" ? "missed" : "also");
        else if (all && feedbackOf(value)) drawMark(value, "", "wrong");
      }
      check.textContent = say(settled ? "again" : "retry");
      check.classList.toggle("plain", settled);
      check.classList.toggle("button", !settled);
      answerButton.hidden = all || (settled && !values.some((value) => !chosen.includes(value) && feedbackOf(value)));
      answerButton.textContent = say(settled ? "others" : "show_answer");
      drawHints(hintsTaken());
      const explanation = settled && answer.querySelector(".explanation");
      if (explanation) output.after(explanation.cloneNode(true));
    };

    // Said aloud, since focus stays where it is: the verdict, then the feedback. Seen is only what no mark shows.
    const announce = (aloud, seen = "") => {
      const marked = form.querySelectorAll('.choice:not([data-mark=""]) > .because');
      const because = [...marked].map((element) => {
        const [word, ...feedback] = [...element.childNodes].map((node) => node.textContent);
        return (kind === "choice" ? "" : `${word}. `) + feedback.join("").trim();
      });
      const words = [aloud, ...because].join(" ");
      output.replaceChildren(make("span", "visually-hidden", words), " ", make("span", "seen", seen));
    };

    // ---- acting ---------------------------------------------------------------------------------------------------

    const submit = () => {
      const chosen = response();
      if (!chosen.length) {
        drawError(say(`empty_${kind}`));
        first().focus();
        return;
      }
      const { correct } = minicourse.grade(kind, key, chosen);
      const before = record();
      const attempts = (before.attempts || 0) + 1;
      const spent = attempts >= limit;
      const settled = correct || (spent && !before.settled);
      // The first attempt is what counts; once a question is settled, more tries are practice and leave no trace.
      if (!before.settled) {
        const firstTry = before.first ? {} : { first: chosen, firstCorrect: correct };
        save({ ...firstTry, attempts, last: chosen, correct, settled });
      }
      draw(chosen, { correct, settled, all: settled && !correct });
      if (correct) return announce(say("said_correct"));
      const onlyRight = chosen.every((value) => key.includes(value));
      const left = limit - attempts;
      const answers = settled ? ` ${say("said_answer", { choices: spoken.format(key.map(textOf)) })}` : "";
      announce(
        say("said_not_yet", { choices: spoken.format(chosen.map(textOf)) }) + answers,
        [!settled && onlyRight && say("more_to_find"), !before.settled && left > 0 && left < Infinity && say("tries_left", { n: left })]
          .filter(Boolean).join(" "),
      );
    };

    const retry = () => {
      const [last] = response();
      clear();
      if (kind === "choice" && last) input(last).checked = false;
      (input(last) || first()).focus();
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (phase === "open") submit();
      else retry();
    });

    fieldset.addEventListener("change", () => {
      if (phase !== "open") clear();
      drawError();
    });

    hintButton?.addEventListener("click", () => {
      const shown = hintsTaken() + 1;
      save({ hints: shown });
      drawHints(shown);
      output.replaceChildren(make("span", "visually-hidden", hints[shown - 1].textContent));
      if (hintButton.hidden) hints[shown - 1].querySelector("summary").focus();
    });

    answerButton.addEventListener("click", () => {
      const chosen = response();
      const { correct } = minicourse.grade(kind, key, chosen);
      if (!record().settled) save({ settled: true });
      draw(chosen, { correct, settled: true, all: true });
      announce(say("said_answer", { choices: spoken.format(key.map(textOf)) }));
      check.focus(); // the button just used is gone
    });

    // ---- beginning, and following other tabs ----------------------------------------------------------------------

    const restore = () => {
      const { last, settled } = (drawn = record());
      const chosen = list(last).filter((value) => values.includes(value));
      for (const item of inputs) item.checked = chosen.includes(item.value);
      clear();
      if (!chosen.length) return;
      const { correct } = minicourse.grade(kind, key, chosen);
      draw(chosen, { correct, settled: Boolean(settled), all: Boolean(settled) && !correct });
    };

    if ("shuffle" in form.dataset) {
      let order = list(record().order);
      if ([...order].sort().join() !== [...values].sort().join()) {
        order = shuffle(values, (form.dataset.fixed || "").split(" "));
        save({ order });
      }
      fieldset.append(...order.map((value) => input(value).parentElement));
    }
    restore();
    document.addEventListener("minicourse:change", () => {
      const { at, attempts, settled } = record();
      if (at === drawn.at) return;
      // What another tab took a hint for may be half answered here.
      if (phase === "open" && attempts === drawn.attempts && settled === drawn.settled) {
        drawn = record();
        drawHints(hintsTaken());
      } else restore();
    });
  };

  for (const form of document.querySelectorAll(".question[data-name]")) enhance(form);
})();
