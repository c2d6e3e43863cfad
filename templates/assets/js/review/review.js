// The page on which due questions are asked again: one at a time, mixed across lessons, by the ordinary card.
"use strict";
(() => {
  const { say, store, make, schedule } = minicourse;
  const { day, dateOf, isDue } = schedule;
  const MOST = 20; // questions in one sitting: about a quarter of an hour
  const find = (selector) => document.querySelector(selector);
  const desk = find(".desk");
  if (!desk) return;
  const [title, more] = desk.children;
  const [lead, sitting, actions, stage, said, asked] =
    [".lead", ".sitting", ".desk .actions", ".stage", ".desk-said", ".asked"].map(find);
  const [first, dates] = actions.children;
  const today = () => day(new Date());

  // ---- what is brought ------------------------------------------------------------------------------------------

  // The index of the course, and of each lesson that is asked the script with its cards.
  const bring = (file) => {
    (minicourse.files ??= {})[file] = [file];
    return minicourse.bring(file);
  };
  const banks = Object.create(null);
  minicourse.bank = (lesson, aims, cards) => { banks[lesson] = { aims, cards }; };
  const failed = () => { said.textContent = say("failed"); };
  const hasCard = ({ lesson, name }) => Object.hasOwn(Object(banks[lesson]?.cards), name);
  // Those of the items whose cards arrived.
  const bringFor = async (items) => {
    await Promise.allSettled([...new Set(items.map(({ script }) => script))].map(bring));
    const here = items.filter(hasCard);
    if (here.length < items.length) failed();
    return here;
  };

  // The one place in the theme where text becomes HTML. It is safe because of where the text comes from: a bank is a
  // file of this site, named by its own digest and made by the build, which put the author's texts through its sanitiser
  // before it made cards of them, exactly as on the lesson's page. Nothing from the address, from the store or from what
  // a learner writes gets here: these only choose among cards. And should it fail, the page's policy lets no script run
  // that stands in a page.
  const cardOf = ({ lesson, name }) => {
    const template = document.createElement("template");
    template.innerHTML = banks[lesson].cards[name];
    return template.content.firstElementChild;
  };

  // ---- the desk: what is due, and the way in ------------------------------------------------------------------------

  let items; // all that was answered, with where it stands
  let wanted; // what the next sitting asks
  let queue = null; // a sitting: what is left to ask; null at the desk
  let results; // of the first answer to each question in it: was it right?

  const answeredAny = () => Object.values(store.all().questions).some(({ answers }) => answers?.length);
  const read = () => { items = schedule.plans(minicourse.asked, store.all().questions); };

  const wordFor = (due) => {
    const away = due - today();
    if (away === 1) return say("tomorrow");
    const shape = away < 7 ? { weekday: "long" } : { day: "numeric", month: "long" };
    return new Intl.DateTimeFormat(document.documentElement.lang, shape).format(dateOf(due));
  };

  const drawSitting = () => {
    const counts = new Map();
    for (const { objective, lesson } of wanted) {
      const text = banks[lesson].aims[objective] || banks[lesson].aims[`/${lesson}`];
      counts.set(text, (counts.get(text) || 0) + 1);
    }
    const [intro, list] = sitting.children;
    intro.textContent = say("sitting", { n: wanted.length });
    list.replaceChildren(...[...counts].map(([text, n]) => make("li", "", make("span", "", text), " ", make("b", "", n))));
    sitting.hidden = false;
  };

  // `score` is what the sitting that has just ended came to.
  const drawDesk = async (score) => {
    read();
    stage.replaceChildren();
    queue = null;
    desk.hidden = !items.length;
    lead.hidden = false;
    asked.classList.toggle("on", !items.length);
    sitting.hidden = true;
    if (!items.length) return;
    const due = items.filter(isDue(today()));
    const next = Math.min(...items.map((item) => item.due));
    const until = due.length ? say(score ? "due_more" : "due", { n: due.length }) : say("nothing_due", { day: wordFor(next) });
    title.textContent = score || until;
    more.textContent = score ? until : "";
    // Where nothing is due, what was missed comes first, then what is due soonest.
    const pool = due.length ? due : [...items].sort((a, b) => b.missed - a.missed || a.due - b.due).slice(0, MOST);
    wanted = schedule.mixed(pool, items, store.rank).slice(0, MOST);
    first.textContent = say(!due.length ? "practise" : score ? "go_on" : "begin");
    first.className = due.length ? "button" : "plain";
    dates.textContent = say("dates");
    actions.hidden = false;
    if (score) title.focus();
    const here = await bringFor(wanted);
    if (queue) return;
    wanted = here;
    if (due.length && wanted.length) drawSitting();
  };

  // ---- a sitting --------------------------------------------------------------------------------------------------

  let place; // how many were asked
  let total;

  const begin = async () => {
    queue = await bringFor(wanted);
    if (!queue.length) return drawDesk();
    results = [];
    place = 0;
    total = queue.length;
    desk.hidden = lead.hidden = true; // a phone has room for a question, and little more
    said.textContent = "";
    ask();
  };

  const end = () => {
    const n = results.filter(Boolean).length;
    drawDesk(results.length ? say("score", { n, total: results.length }) : "");
    if (!results.length) title.focus();
  };

  const button = (word, act, className) => {
    const made = make("button", className, say(word));
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  function ask() {
    const item = queue.shift();
    if (!item) return end();
    place += 1;
    // The card knows its lesson by what it stands in, and that it is in a review: then it keeps no record itself.
    const holder = make("div", "review");
    Object.assign(holder.dataset, { key: item.lesson, digest: "" });
    const form = cardOf(item);
    holder.append(form);
    stage.replaceChildren(holder, button("stop", end, "plain stop"));
    form.querySelector(".question-head span").textContent = say(place > total ? "once_more" : "place", { n: place, total });
    const next = button("skip", ask, "plain");
    form.querySelector(":scope > .actions").append(next);

    // The first answer counts; what was wrong comes again at the end.
    let answered = false;
    const keep = (right, fact) => {
      if (answered) return;
      answered = true;
      store.answer(item.name, null, { ...fact, in: "review" }); // its lesson asks it, or a quiz does
      if (!item.again) results.push(right);
      if (!right) queue.push({ ...item, again: true });
      next.textContent = say("next");
      next.className = "button";
    };

    const focusOn = (element) => {
      element.tabIndex = -1;
      element.focus();
    };
    if (item.card) return focusOn(turn(form, item, keep));
    minicourse.enhance(form);
    form.card.kept = ([{ response, correct, sure }]) => keep(correct, { response, correct, sure });
    focusOn(form.querySelector("legend"));
  }

  // Of a pack, one card: its front, and after turning it over, whether it was known. Gives what is to have the focus.
  const turn = (form, { card }, keep) => {
    const [list, actionsOfForm, output] = [".cards", ".actions", "output"].map((part) => form.querySelector(`:scope > ${part}`));
    list.replaceChildren(...[...list.children].filter(({ dataset }) => dataset.part === card));
    actionsOfForm.firstElementChild.remove(); // "only those I didn't know"
    form.querySelector(".question-head span + span").remove(); // how many the pack has
    form.addEventListener("submit", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const { knew } = target.dataset;
      if (!knew) return;
      for (const each of list.querySelectorAll("[data-knew]")) each.setAttribute("aria-pressed", each === target);
      keep(knew === "1", { card, knew });
      output.textContent = say(knew === "1" ? "card_knew" : "card_not");
      actionsOfForm.lastElementChild.focus();
    });
    return form.querySelector(":scope > .stem");
  };

  // ---- the dates ------------------------------------------------------------------------------------------------

  const saveDates = () => {
    const counts = new Map();
    for (const { due } of items) {
      const on = Math.max(due, today());
      counts.set(on, (counts.get(on) || 0) + 1);
    }
    const { lang, dataset } = document.documentElement;
    const course = find(".bar .course span").textContent;
    const days = [...counts].sort(([a], [b]) => a - b)
      .map(([on, n]) => ({ day: on, summary: say("event", { n, title: course }) }));
    const url = location.protocol.startsWith("http") ? location.href.replace(/[?#].*/, "") : "";
    const text = minicourse.calendar({ id: dataset.course, title: course, url, stamp: new Date().toISOString(), days });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
    link.download = `${dataset.course}.ics`;
    link.lang = lang;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  // ---- beginning, and following other tabs ------------------------------------------------------------------------

  const open = () => {
    if (queue) return;
    if (!answeredAny()) asked.classList.add("on");
    else bring(desk.dataset.index).then(() => { if (!queue) drawDesk(); }, failed);
  };
  first.addEventListener("click", begin);
  dates.addEventListener("click", saveDates);
  document.addEventListener("minicourse:change", open);
  document.addEventListener("DOMContentLoaded", open);
})();
