// A lesson as cards: one idea a screen. The same page, of which one part is shown at a time; nothing in it is moved, so
// questions, quizzes and links go on working, and printing shows all of it.
"use strict";
(() => {
  const { say } = minicourse;
  const root = document.documentElement;
  const main = document.querySelector("main[data-key]");
  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  };

  // ---- the cards: the head; each section; each thing that is asked; the end ---------------------------------------

  const cards = [[]];
  const asks = (element) => element.matches("[data-name]");
  const begin = () => { if (cards.at(-1).length) cards.push([]); };
  const put = (element) => cards.at(-1).push(element);
  const sources = [];
  let asked = false; // what follows a question is another idea
  for (const element of main.children) {
    if (element.matches(".prose")) {
      for (const child of element.children) {
        if (child.matches(".footnotes, .footnotes-sep")) {
          sources.push(child);
          continue;
        }
        if (asked || child.matches("h2")) begin();
        asked = false;
        put(child);
      }
    } else if (asks(element)) {
      begin();
      put(element);
      asked = true;
    } else {
      if (element.matches(".references")) {
        sources.push(element);
        continue;
      }
      if (asked || element.matches(".finish")) begin();
      asked = false;
      put(element);
    }
  }
  // Where citations and notes lead stands behind the end: one comes to it by them, and not on the way on.
  const last = cards.length - 1;
  if (sources.length) cards.push(sources);
  const of = (element) => cards.findIndex((card) => card.some((part) => part.contains(element)));

  // Each card has an address of its own: that of the first thing in it that has one.
  const addresses = cards.map((card, index) => {
    const named = card.find(({ id }) => id) || card[0].querySelector("[id]");
    return index ? named?.id || `card-${index + 1}` : "";
  });
  const name = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } // names nothing
  };
  const target = () => document.getElementById(name());
  const addressed = () => {
    const index = addresses.indexOf(name());
    return Math.max(index < 0 && target() ? of(target()) : index, 0);
  };

  // ---- the bar: where one is, back and on -------------------------------------------------------------------------

  const button = (word, step, className) => {
    const made = make("button", className, say(word));
    made.type = "button";
    made.addEventListener("click", () => go(at + step));
    return made;
  };
  const [back, on] = [button("card_back", -1, "plain"), button("card_next", 1, "button")];
  const place = make("p", "card-place");
  const line = make("div", "card-line", make("div", ""));
  const bar = make("nav", "card-bar", line, make("div", "card-row", back, place, on));
  bar.setAttribute("aria-label", say("cards"));

  let at = -1;
  const show = (index) => {
    at = index;
    main.dataset.card = index + 1;
    cards.forEach((card, each) => {
      for (const part of card) {
        if (each === index) part.removeAttribute("data-off");
        else part.dataset.off = "";
        // Text stays to be found: the browser tells before it shows what it has found.
        part.hidden = each === index ? false : "until-found";
      }
    });
    for (const prose of main.querySelectorAll(":scope > .prose")) {
      prose.toggleAttribute("data-empty", [...prose.children].every((child) => "off" in child.dataset));
    }
    for (const recording of main.querySelectorAll(":is(audio, video):is([data-off] *)")) recording.pause();
    back.disabled = !index;
    on.hidden = index >= last;
    place.textContent = index > last ? "" : say("card_of", { n: index + 1, total: last + 1 });
    line.firstElementChild.style.inlineSize = `${Math.min((100 * index) / last, 100) || 0}%`;
  };

  const focus = () => {
    const [first] = cards[at];
    const inside = [...first.querySelectorAll("legend, h2, h3")].find((part) => part.checkVisibility()); // a scene's, say
    const heading = cards[at].find((part) => part.matches("h1, h2, h3")) || inside || first;
    heading.tabIndex = -1;
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  };

  const go = (index) => {
    if (index < 0 || (index > last && at >= last)) return;
    const address = addresses[index];
    history.pushState(null, "", address ? `#${encodeURIComponent(address)}` : location.pathname + location.search);
    show(index);
    focus();
  };

  // A lesson that isn't open yet has one thing to show: what opens it.
  const isOn = () => root.dataset.view === "cards" && !root.classList.contains("locked");
  const follow = () => {
    if (!isOn()) return;
    const index = addressed();
    if (index === at) return;
    show(index);
    const there = target();
    if (there && !cards[index].includes(there)) there.scrollIntoView();
    else focus();
  };

  // ---- hands --------------------------------------------------------------------------------------------------------

  // Arrow keys turn cards where they mean nothing else.
  document.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!isOn() || altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return;
    if (event.target.closest("input, select, textarea, button, summary, [popover], dialog, .table, pre, audio, video, [role]")) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    event.preventDefault();
    go(at + (root.dir === "rtl" ? -step : step));
  });

  // A swipe does what the buttons do.
  let start;
  main.addEventListener("pointerdown", (event) => {
    const { pointerType, isPrimary, clientX, clientY } = event;
    const scrolls = event.target.closest(".table, pre, input, select, textarea");
    start = isOn() && pointerType === "touch" && isPrimary && !scrolls ? [clientX, clientY] : null;
  });
  main.addEventListener("pointerup", ({ clientX, clientY }) => {
    if (!start) return;
    const [across, along] = [clientX - start[0], clientY - start[1]];
    start = null;
    if (Math.abs(across) < 60 || Math.abs(across) < 2 * Math.abs(along) || !getSelection().isCollapsed) return;
    go(at + ((across < 0) === (root.dir !== "rtl") ? 1 : -1));
  });
  main.addEventListener("pointercancel", () => { start = null; });

  // To the content is to the card on view, not to the first one.
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    if (!isOn()) return;
    event.preventDefault();
    focus();
  });
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  main.addEventListener("beforematch", ({ target: found }) => {
    const index = of(found);
    if (index >= 0) show(index);
  });

  // ---- page or cards --------------------------------------------------------------------------------------------------

  minicourse.setView = () => {
    if (isOn()) {
      main.append(bar);
      if (at < 0) show(addressed());
      return;
    }
    at = -1;
    bar.remove();
    delete main.dataset.card;
    for (const part of cards.flat()) {
      part.removeAttribute("data-off");
      part.hidden = false;
    }
    for (const prose of main.querySelectorAll("[data-empty]")) prose.removeAttribute("data-empty");
  };
  document.addEventListener("minicourse:change", () => {
    if (isOn() !== bar.isConnected) minicourse.setView();
  });
  minicourse.setView();
  if (isOn() && location.hash) target()?.scrollIntoView();
})();
