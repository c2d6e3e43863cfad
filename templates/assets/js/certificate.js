// The page of the certificate: what is done and what is missing, and the certificate itself, drawn from facts.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};

  // How many of these questions the learner answered rightly, the last time each was asked, of those answered. Pure.
  minicourse.resultOf = (names, data) => {
    const questions = Object(data.questions);
    const last = names.flatMap((name) => {
      const answers = Object.hasOwn(questions, name) ? Object(questions[name]).answers : [];
      const given = (Array.isArray(answers) ? answers : []).filter((fact) => typeof fact?.correct === "boolean");
      return given.length ? [given.reduce((best, fact) => (fact.at >= best.at ? fact : best))] : [];
    });
    return [last.filter(({ correct }) => correct).length, last.length];
  };

  if (typeof document === "undefined") return;
  const { say, store } = minicourse;
  const root = document.documentElement;
  const main = document.querySelector(".award-page");
  const { version, minutes, published } = main.dataset;
  const asked = JSON.parse(main.dataset.asked);
  const find = (selector) => main.querySelector(selector);
  const [takes, tally, earned, form, award, actions] =
    [".takes-section", ".tally", ".earned", ".naming", ".award", ".actions-row"].map(find);
  const input = form.querySelector("input");
  const error = form.querySelector(".error");
  const sheet = award.firstElementChild;
  const number = (value) => new Intl.NumberFormat(root.lang).format(value);

  // ---- what it takes --------------------------------------------------------------------------------------------

  const drawTakes = ({ quizzes, done, total, at }) => {
    for (const { name, best, at: passed } of quizzes) {
      const link = takes.querySelector(`[data-quiz="${name}"]`);
      const word = passed ? "take_passed" : "take_best";
      link.dataset.state = passed ? "done" : best === undefined ? "" : "part";
      link.style.setProperty("--part", Math.max((best || 0) / 100, 0.12));
      link.querySelector(".state").textContent = best === undefined ? "" : say(word, { n: number(best) });
    }
    for (const state of takes.querySelectorAll(".state:empty")) state.textContent = say("take_open");
    const said = at ? say("tally_all") : say("tally", { n: number(done), total: number(total) });
    if (tally.textContent !== said) tally.textContent = said; // said aloud when it changes, and only then
  };

  // ---- what it states -------------------------------------------------------------------------------------------

  const rows = [...sheet.querySelectorAll("[data-area]")];
  const tests = [...sheet.querySelectorAll("[data-test]")];

  // The day is the learner's own, wherever she was.
  const dayOf = (at) => {
    const day = new Date(at);
    const two = (value) => String(value).padStart(2, "0");
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  };

  // A certificate keeps the version of the course for which it was first drawn, whatever the course becomes.
  const drawnFor = (found) => {
    const kept = store.all().certificate;
    return typeof kept?.version === "string" && kept.at >= found.at ? kept.version : version;
  };

  const statementOf = (name, found) => ({
    course: root.dataset.course, version: drawnFor(found), name, date: dayOf(found.at), minutes: Number(minutes),
    tests: tests.map(({ dataset }) => [dataset.test, found.quizzes.find((quiz) => quiz.name === dataset.test).best]),
    results: rows.map(({ dataset }) => [dataset.area, ...minicourse.resultOf(dataset.questions.split(" "), store.all())])
      .filter(([, , total]) => total),
  });

  // ---- the sheet ------------------------------------------------------------------------------------------------

  // On paper it is one page: what is long is set smaller, and what is short a little larger. Measured as on paper,
  // wherever it is shown.
  const fit = (lines) => {
    let size = lines > 6 ? 1 : 1.2;
    const text = sheet.querySelector(".award-text");
    award.classList.add("measured");
    do {
      sheet.style.setProperty("--fit", size.toFixed(2));
      size -= 0.04;
    } while (text.scrollHeight > text.clientHeight + 1 && size > 0.4);
    award.classList.remove("measured");
  };

  const drawCheck = ({ code, packed }) => {
    const links = main.querySelectorAll(".award-link");
    const page = (published || links[0].href).replace(/#.*/s, "");
    const address = `${page}#${packed}`;
    for (const link of links) link.href = `${link.href.replace(/#.*/s, "")}#${packed}`;
    sheet.querySelector(".award-code b").textContent = code;
    const where = sheet.querySelector(".award-where");
    const square = sheet.querySelector(".award-qr");
    square.replaceChildren();
    where.hidden = !page.startsWith("http"); // nobody else can open an address on this disk
    if (where.hidden) return;
    where.querySelector("a").href = address;
    const parts = page.replace(/^https?:\/\/|(?:index\.html)?$/g, "").split(/(?<=\/)/);
    where.querySelector("a").replaceChildren(...parts.flatMap((part) => [part, document.createElement("wbr")]));
    try {
      const code = minicourse.qr(address);
      code.setAttribute("aria-label", say("qr_label"));
      square.append(code);
    } catch { /* too long for any square: the link is there */ }
  };

  const drawAward = (statement) => {
    sheet.querySelector(".award-name").textContent = statement.name;
    sheet.querySelector('[data-fact="date"]').textContent = minicourse.dayIn(root.lang, statement.date);
    sheet.querySelector('[data-fact="length"]').textContent = minicourse.lengthIn(root.lang, statement.minutes);
    const printed = sheet.querySelector('[data-fact="version"]');
    if (printed) printed.textContent = statement.version;
    statement.tests.forEach(([, best], i) => {
      tests[i].querySelector("dd").textContent = say("percent", { n: number(best) });
    });
    const results = new Map(statement.results.map(([area, right, total]) => [area, { n: number(right), total: number(total) }]));
    for (const row of rows) {
      const result = results.get(row.dataset.area);
      row.hidden = !result;
      row.querySelector("b").textContent = result ? say("n_of_total", result) : "";
    }
    const list = sheet.querySelector(".award-results");
    if (list) list.hidden = !results.size;
    drawCheck(minicourse.sealed(statement));
  };

  let shown = "";
  const draw = () => {
    const found = minicourse.earned(asked, store.all());
    drawTakes(found);
    const kept = store.all().certificate?.name;
    const name = typeof kept === "string" ? minicourse.nameOf(kept) : "";
    main.dataset.state = found.at ? "done" : "";
    earned.hidden = !found.at;
    award.hidden = actions.hidden = !found.at || !name;
    if (award.hidden) {
      shown = "";
      return;
    }
    const statement = statementOf(name, found);
    if (JSON.stringify(statement) === shown) return;
    shown = JSON.stringify(statement);
    if (document.activeElement !== input) input.value = name;
    drawAward(statement);
    fit(statement.results.length);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = minicourse.nameOf(input.value);
    error.hidden = Boolean(name);
    error.textContent = name ? "" : say("name_missing");
    input.setAttribute("aria-invalid", String(!name));
    input.setAttribute("aria-describedby", name ? "award-hint" : "award-error award-hint");
    if (!name) {
      input.focus();
      return;
    }
    input.value = name;
    const drawn = drawnFor(minicourse.earned(asked, store.all()));
    store.replace({ ...store.all(), certificate: { at: new Date().toISOString(), name, version: drawn } });
    award.focus();
  });

  document.addEventListener("minicourse:change", draw);
  draw();
})();
