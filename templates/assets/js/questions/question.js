// The card of a question: the conversation a learner has with it. Each kind brings its grading and its controls.
// The words of feedback stay the author's. Hints and the answer are folds of the page, and need no script.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};
  const kinds = minicourse.kinds = {};

  // Pure, and the same as in Python: tests/grading/*.json is run against both.
  minicourse.grade = (kind, key, response) =>
    kinds[kind].grade?.(key, response) || { score: null, correct: null, feedback: [], near: [] };

  // Each part that is right earns its share; wrong ones show feedback.
  minicourse.gradeRows = (rights, near = []) => {
    const feedback = rights.flatMap((right, index) => (right ? [] : String(index + 1)));
    const score = rights.length ? (rights.length - feedback.length) / rights.length : 0;
    return { score, correct: !feedback.length, feedback, near };
  };

  if (typeof document === "undefined") return;
  const { say, store } = minicourse;
  const make = minicourse.make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  };

  // ---- controls for a question answered part by part ----------------------------------------------------------------

  // The verdict on each part, in a word: a colour alone is none. With `saysWhy`, feedback is on the part, and not only on
  // a wrong answer.
  minicourse.judged = (parts, saysWhy) => ({
    marks: (response, { feedback, near }, settled) => parts.map((part) => {
      const value = part.dataset.part;
      const wrong = feedback.includes(value);
      const mark = near.includes(value) ? "near" : wrong ? "wrong" : "right";
      return { part, value, mark, word: say(settled && wrong ? "not_right" : mark), feedback: wrong || saysWhy ? value : 0 };
    }),
    said: (response, { feedback }) => {
      const total = parts.length;
      return total > 1 ? say("said_parts", { n: total - feedback.length, total }) : say("said_wrong");
    },
    again: () => parts.find(({ dataset }) => !dataset.mark),
  });

  // A field, a list or a row of radio buttons in each `[data-part]`.
  minicourse.parts = ({ fieldset }, saysWhy) => {
    const parts = [...fieldset.querySelectorAll("[data-part]")];
    const all = (part) => [...part.querySelectorAll("input, select")];
    const isScale = (part) => part.matches("fieldset");
    const get = (part) => all(part).find(({ checked }) => checked || !isScale(part))?.value.trim() || "";
    return {
      ...minicourse.judged(parts, saysWhy),
      parts,
      read: () => parts.map(get),
      write: (response) => parts.forEach((part, index) => {
        const value = response[index] || "";
        for (const field of all(part)) {
          if (isScale(part)) field.checked = field.value === value;
          else field.value = value;
        }
      }),
      problem: () => {
        const empty = parts.filter((part) => !get(part));
        return empty.length ? [parts.length > 1 ? "empty_parts" : "empty_text", empty] : null;
      },
    };
  };

  // ---- the card -------------------------------------------------------------------------------------------------------

  const enhance = (form) => {
    const { name, kind, key, attempts: limit } = form.dataset; // without a limit all comparisons with it are false
    const inQuiz = form.closest(".quiz, .review");
    // Parts are found by their place: an author's own HTML may have the same classes.
    const [fieldset, error, button, output, answer, sure] =
      ["fieldset", "fieldset > .error", ".actions > button", "output", ".answer", ".sure"]
        .map((selector) => form.querySelector(`:scope > ${selector}`));
    const checkWord = button.textContent;

    const shown = form.dataset; // its phase: "open", being answered; "wrong", told so; "settled", or the answer was seen
    let held; // the answers given in a quiz or a review, which keep records of their own

    const record = () => (inQuiz ? store.view({ answers: held }) : store.question(name));
    let drawn; // the record shown here
    let saving; // then a change of the store is no news
    const save = (change) => {
      saving = true;
      change();
      saving = false;
      drawn = record();
    };
    const keep = (fields) => inQuiz || save(() => store.keep(name, fields));
    const add = (fact) => save(() => {
      if (!inQuiz) return store.answer(name, form.closest("[data-digest]").dataset.key, fact);
      held.push({ at: 1, ...fact });
      card.kept?.(held);
    });
    const card = { form, kind, fieldset, answer, key: JSON.parse(key), keep };
    Object.assign(card, kinds[kind].bind(card));
    const grade = (response) => minicourse.grade(kind, card.key, response);
    const focusable = (part) => part.querySelector("input:not(.place), select, button:enabled") || part;

    // ---- showing ----

    const target = (part) => (part.matches("fieldset") ? part : focusable(part));
    const undescribe = (text) => form.querySelector(`[aria-describedby="${text.id}"]`)?.removeAttribute("aria-describedby");

    const drawError = (text = "", parts = []) => {
      undescribe(error);
      for (const invalid of form.querySelectorAll("[aria-invalid]")) invalid.removeAttribute("aria-invalid");
      error.textContent = text;
      error.hidden = !text;
      if (!text) return;
      for (const part of parts) target(part).setAttribute("aria-invalid", "true");
      const first = focusable(parts[0]);
      first.setAttribute("aria-describedby", error.id);
      first.focus();
    };

    const unmark = (part) => {
      const because = document.getElementById(`${form.id}.${part.dataset.part}.because`);
      if (because) undescribe(because);
      because?.remove();
      delete part.dataset.mark;
    };

    // Back to a question without marks. What was answered stays; so do the marks of right parts, where one goes on.
    const clear = (goOn) => {
      for (const part of form.querySelectorAll("[data-mark]")) {
        if (!goOn || part.dataset.mark !== "right") unmark(part);
      }
      form.querySelector(":scope > .explanation")?.remove();
      drawError();
      card.tell();
      shown.phase = "open";
      button.textContent = checkWord;
    };

    // The verdict on one part: an icon and a border by `data-mark`, the word, the author's feedback.
    const drawMark = ({ part, value, mark, word, box = part, feedback = value }) => {
      part.dataset.mark = mark;
      const because = make("div", "because", make("strong", "", word), " ");
      because.id = `${form.id}.${value}.because`;
      const said = answer.querySelector(`[data-for="${feedback}"] .feedback`);
      if (said) because.append(...said.cloneNode(true).childNodes);
      box.append(because);
      target(part).setAttribute("aria-describedby", because.id);
    };

    // The answer is a fold, there once a learner has tried; it opens by itself when nothing is left to try.
    const draw = (response, graded, settled) => {
      clear();
      shown.phase = settled ? "settled" : "wrong";
      for (const mark of card.marks(response, graded, settled)) drawMark(mark);
      button.textContent = say(settled ? "again" : "retry");
      answer.open = settled && !graded.correct;
      const explanation = graded.correct && answer.querySelector(":scope > .explanation");
      if (explanation) output.after(explanation.cloneNode(true));
    };

    // Said aloud, since focus stays where it is; seen is only what no mark shows.
    card.tell = (aloud = "", seen = "") => {
      output.firstChild.textContent = aloud;
      output.lastChild.textContent = seen;
    };
    const withFeedback = (verdict) => [verdict, ...[...fieldset.querySelectorAll('[id$=".because"]')]
      .map(({ textContent, firstChild }) => textContent.slice(firstChild.textContent.length))].join(" ");

    // ---- acting ----

    const submit = () => {
      const response = card.read();
      const [word, parts, values] = card.problem?.(response) || [];
      drawError(word && say(word, values), parts);
      if (word) return;
      const graded = grade(response);
      const { correct, near, feedback } = graded;
      const before = record();
      if (correct === null) {
        add({ response, correct, settled: true });
        return card.done();
      }
      // A slip of the pen is no attempt.
      if (near.length && near.length === feedback.length) {
        draw(response, graded, false);
        return card.tell(withFeedback(say("near")));
      }
      const attempts = before.attempts + 1;
      const settled = correct || (attempts >= limit && !before.settled);
      // The first attempt is what counts; once a question is settled, more tries are practice and leave no trace.
      if (!before.settled) {
        add({ response, correct, settled, sure: sure?.querySelector(":checked")?.value });
      }
      draw(response, graded, settled);
      const left = !before.settled && limit - attempts;
      card.tell(
        withFeedback(correct ? say("said_correct") : card.said(response, graded)),
        settled ? "" : [card.hint?.(response), left > 0 && say("tries_left", { n: left })].filter(Boolean).join(" "),
      );
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (shown.phase === "open") return submit();
      clear(shown.phase === "wrong");
      focusable(card.again() || fieldset).focus();
    });

    fieldset.addEventListener("input", ({ target }) => {
      const part = target.closest("[data-part]");
      if (shown.phase !== "open") clear(shown.phase === "wrong");
      if (part) unmark(part);
      drawError();
    });

    // Looking at the answer settles a question.
    answer?.firstElementChild.addEventListener("click", () => {
      if (shown.phase === "wrong" && !record().settled) add({ response: card.read(), settled: true });
    });

    // ---- beginning, and following other tabs ----

    // Draws a response as settled; nothing is announced.
    card.show = (response, settled = true) => {
      card.write(response);
      draw(response, grade(response), settled);
    };
    card.reset = () => {
      held = [];
      card.write([]);
      clear();
    };

    const restore = () => {
      const { last, settled } = (drawn = record());
      card.reset();
      if (!Array.isArray(last)) return;
      card.write(last.map(String));
      const response = card.read();
      if (!response.some(Boolean)) return;
      if (grade(response).correct !== null) card.show(response, settled);
      else if (settled) card.done();
    };

    form.card = card;
    if (inQuiz) return card.reset();
    restore();
    document.addEventListener("minicourse:change", () => {
      if (!saving && record().at !== drawn.at) restore();
    });
  };

  // Once all scripts are here.
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".question[data-name]")
      .forEach(minicourse.enhance = (card) => (kinds[card.dataset.kind].enhance || enhance)(card));
    document.dispatchEvent(new Event("minicourse:cards"));
  });
})();
