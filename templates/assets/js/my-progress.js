// The page of one's own progress: results of quizzes, and taking what this browser remembers elsewhere, or deleting it.
"use strict";
(() => {
  const { say, store, bring } = minicourse;
  const root = document.documentElement;
  const COURSE = root.dataset.course;
  const MOST_FOR_QR = 1200; // characters: a code of 117 by 117 dots, which a phone still reads from a screen
  const find = (selector) => document.querySelector(selector);
  const list = JSON.parse(find("[data-names]").dataset.names); // [[lesson, [name, …]], …]

  // ---- words ------------------------------------------------------------------------------------------------------------

  const percent = (score) => Math.floor((Number(score) || 0) * 1000 + 1e-9) / 10;
  const listed = (texts) => new Intl.ListFormat(root.lang).format(texts);

  // "12 answers and 2 complete lessons", or nothing where there is nothing.
  const inWords = ({ answers, lessons }) => listed([
    ...(answers ? [say("n_answers", { n: answers })] : []),
    ...(lessons ? [say("n_lessons", { n: lessons })] : []),
  ]);

  const drawQuizzes = () => {
    for (const line of document.querySelectorAll("[data-quiz]")) {
      const { answers, current } = store.question(line.dataset.quiz);
      const best = answers.reduce((a, { score }) => Math.max(a, Number(score) || 0), 0);
      line.querySelector(".meta").textContent = [
        ...(answers.length ? [say("quiz_best", { n: percent(best) })] : [say(current ? "quiz_begun" : "quiz_none")]),
        ...(answers.some(({ passed }) => passed === true) ? [say("quiz_passed")] : []),
        ...(answers.length ? [say("quiz_attempts", { n: answers.length })] : []),
      ].join(say("comma"));
    }
  };

  // ---- a file ---------------------------------------------------------------------------------------------------------

  const ready = () => bring("transfer").then(() => store.all());

  const save = async () => {
    const now = new Date();
    const [year, ...parts] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const day = [year, ...parts.map((part) => String(part).padStart(2, "0"))].join("-");
    const text = minicourse.file(COURSE, await ready(), now.toISOString());
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `${COURSE}-progress-${day}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return link.download;
  };

  const tell = (output, text) => { find(output).textContent = text; };

  // Puts what came in beside what is here. The order of choices is this browser's, unless it has nothing yet.
  const add = ({ seed, ...given }) => {
    const before = store.all();
    const [had, isNew] = [minicourse.amount(before), !Object.keys(before.questions).length];
    const kept = store.replace({ ...minicourse.merge(before, given), seed: isNew ? seed ?? before.seed : before.seed });
    const has = minicourse.amount(store.all());
    const more = inWords({ answers: has.answers - had.answers, lessons: Math.max(has.lessons - had.lessons, 0) });
    return say(!kept ? "not_kept" : more ? "came_in" : "nothing_new", { what: more });
  };

  // What goes wrong with a file or a link has its words.
  const attempt = async (output, act) => {
    try {
      tell(output, await act());
    } catch (error) {
      tell(output, say(error.reason || "not_progress"));
    }
  };

  const addFile = async (file) => {
    if (file.size > 2 ** 22) return say("too_large");
    const text = await file.text();
    await ready();
    return add(minicourse.fromFile(COURSE, text, Date.now()));
  };

  // ---- a link ---------------------------------------------------------------------------------------------------------

  const address = (packed) => `${location.href.split("#")[0]}#p=${packed}`;

  const svg = (tag, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  const drawCode = (link) => {
    const { generate, correction } = minicourse.qr;
    const code = generate(link, { minCorrectionLevel: correction.L });
    const places = Array.from({ length: code.size }, (_, place) => place);
    const dots = places.flatMap((y) => places.filter((x) => code.get(x, y)).map((x) => `M${x} ${y}h1v1h-1z`));
    const quiet = 4; // the margin that readers ask for
    const side = code.size + 2 * quiet;
    const picture = svg("svg", {
      viewBox: `${-quiet} ${-quiet} ${side} ${side}`, role: "img", "aria-label": say("qr_label"), "shape-rendering": "crispEdges",
    });
    picture.append(
      svg("rect", { x: -quiet, y: -quiet, width: side, height: side, fill: "#fff" }),
      svg("path", { d: dots.join(""), fill: "#000" }),
    );
    return picture;
  };

  const makeLink = async () => {
    const packed = await minicourse.deflated(minicourse.packed(COURSE, list, await ready()));
    const link = address(packed);
    const onDisk = location.protocol === "file:";
    const isShort = link.length <= MOST_FOR_QR && !onDisk;
    find("#link-text").value = link;
    find(".link-made").hidden = false;
    find(".qr").replaceChildren(...(isShort ? [drawCode(link)] : []));
    return say(onDisk ? "link_of_disk" : isShort ? "link_made" : "link_long", { n: link.length });
  };

  const copy = async () => {
    const field = find("#link-text");
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { return say("copy_by_hand"); }
    return say("copied");
  };

  // A link that was opened asks first, and leaves the address once it is answered.
  const arrive = async () => {
    const [, packed] = location.hash.match(/^#p=([\w-]+)$/) || [];
    const panel = find(".arrival");
    panel.hidden = !packed;
    if (!packed) return;
    const buttons = panel.querySelector(".actions-row");
    const heading = panel.querySelector("h2");
    heading.focus();
    buttons.hidden = true;
    await attempt(".arrival output", async () => {
      await ready();
      const given = minicourse.unpacked(COURSE, list, await minicourse.inflated(packed), Date.now());
      buttons.hidden = false;
      find("[data-do='add-link']").onclick = () => answer(() => add(given));
      return say("link_holds", { what: inWords(minicourse.amount(given)) || say("n_answers", { n: 0 }) });
    });
    if (buttons.hidden) forget();
  };
  const forget = () => history.replaceState(null, "", location.href.split("#")[0]);
  const answer = (act) => {
    const panel = find(".arrival");
    panel.querySelector(".actions-row").hidden = true;
    tell(".arrival output", act());
    forget();
    panel.querySelector("h2").focus();
  };

  // ---- keeping and deleting -------------------------------------------------------------------------------------------

  const offerToKeep = async () => {
    const { storage } = navigator;
    const can = storage?.persist && location.protocol !== "file:" && !(await storage.persisted());
    find(".keep").hidden = !can;
  };

  const dialog = find("dialog");
  const ask = async () => {
    await ready();
    const what = inWords(minicourse.amount(store.all()));
    find("dialog .what").textContent = what ? say("would_lose", { what }) : say("nothing_kept");
    dialog.showModal();
  };
  const remove = () => {
    store.replace({ lessons: {}, questions: {} });
    try { localStorage.removeItem(`minicourse:${COURSE}:v1`); } catch { /* then nothing was kept */ }
    dialog.close();
    return say("deleted");
  };

  const acts = {
    save: () => attempt(".file output", async () => say("saved", { name: await save() })),
    "save-first": () => attempt("dialog output", async () => say("saved", { name: await save() })),
    link: () => attempt(".link output", makeLink),
    copy: () => attempt(".link output", copy),
    leave: () => answer(() => say("left")),
    keep: () => attempt(".keep output", async () => say((await navigator.storage.persist()) ? "will_keep" : "wont_keep")),
    ask,
    cancel: () => dialog.close(),
    remove: () => attempt(".delete output", async () => remove()),
  };
  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => acts[button.dataset.do]?.());
  }
  find("#file").addEventListener("change", ({ target }) => {
    const [file] = target.files;
    if (file) attempt(".file output", () => addFile(file)).then(() => { target.value = ""; });
  });

  document.addEventListener("minicourse:change", drawQuizzes);
  drawQuizzes();
  find(".link").hidden = typeof CompressionStream === "undefined";
  offerToKeep().catch(() => {});
  addEventListener("hashchange", arrive);
  arrive();
})();
