// Reads a lesson aloud with the browser's own voices, a sentence at a time, and shows which.
"use strict";
(() => {
  const { say } = minicourse;
  const root = document.documentElement;
  const main = document.querySelector("main[data-key]");
  const TEXTS = "h1, h2, h3, h4, p, li, dt, dd, legend, label, figcaption, th, td, summary, blockquote, pre";
  const SILENT = ".crumbs, .actions, .sure, output, .error, .references, .finish, .turn, .card-bar, .aloud, .answer, .footnotes, .citation, .footnote-ref, sup, svg, [aria-hidden], select, .visually-hidden, .question-head";
  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  };

  // ---- what is read: the sentences of what is on view, each with its place ----------------------------------------

  const sentencesOf = (block, nodes) => {
    const text = nodes.map(({ data }) => data).join("");
    const place = (offset, end) => {
      for (const node of nodes) {
        if (offset < node.length || (end && offset === node.length)) return [node, offset];
        offset -= node.length;
      }
      return [nodes.at(-1), nodes.at(-1).length];
    };
    return [...new Intl.Segmenter(root.lang, { granularity: "sentence" }).segment(text)]
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => {
        const range = new Range();
        range.setStart(...place(index));
        range.setEnd(...place(index + segment.trimEnd().length, true));
        return { text: segment.replace(/\s+/g, " ").trim(), range, lang: block.closest("[lang]").lang };
      });
  };

  const sentences = () => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const blocks = new Map();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const block = node.parentElement.closest(TEXTS);
      if (!block || !main.contains(block) || node.parentElement.closest(SILENT)) continue;
      if (!node.parentElement.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
      if (node.parentElement.closest("[data-off], details:not([open]) > :not(summary)")) continue;
      blocks.set(block, [...(blocks.get(block) || []), node]);
    }
    return [...blocks].flatMap(([block, nodes]) => sentencesOf(block, nodes));
  };

  // ---- the bar ------------------------------------------------------------------------------------------------------

  const button = (word, act) => {
    const made = make("button", "plain", say(word));
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  let list = [];
  let at = 0;
  let playing = false;
  let begun = 0; // which run of speech is the present one: the end of an earlier one says nothing

  const speeds = make("select", "");
  for (const speed of [0.75, 1, 1.25, 1.5]) {
    const option = make("option", "", new Intl.NumberFormat(root.lang).format(speed) + " ×");
    Object.assign(option, { value: speed, selected: speed === 1 });
    speeds.append(option);
  }
  const said = make("p", "aloud-said");
  said.role = "status";
  const toggle = button("aloud_pause", () => (playing ? pause() : play()));
  const stopping = button("aloud_stop", () => stop());
  const bar = make("section", "aloud", said, toggle, stopping, make("label", "", make("span", "", say("aloud_speed")), " ", speeds));
  bar.setAttribute("aria-label", say("aloud"));
  speeds.addEventListener("change", () => { if (playing) play(); });

  const mark = (range) => {
    if (globalThis.Highlight) {
      if (range) CSS.highlights.set("aloud", new Highlight(range));
      else CSS.highlights.delete("aloud");
    }
    if (!range) return;
    const { top, bottom } = range.getBoundingClientRect();
    if (top > 80 && bottom < innerHeight - 120) return;
    const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: top - innerHeight / 3, behavior: smooth ? "smooth" : "auto" });
  };

  // ---- the voice ----------------------------------------------------------------------------------------------------

  const voices = () => new Promise((resolve) => {
    const found = speechSynthesis.getVoices();
    if (found.length) return resolve(found);
    speechSynthesis.addEventListener("voiceschanged", () => resolve(speechSynthesis.getVoices()), { once: true });
    setTimeout(() => resolve(speechSynthesis.getVoices()), 1500);
  });
  let voice;

  const speak = () => {
    const run = ++begun;
    speechSynthesis.cancel();
    const sentence = list[at];
    if (!sentence) return stop();
    mark(sentence.range);
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    Object.assign(utterance, { voice, lang: sentence.lang, rate: Number(speeds.value) });
    utterance.onend = () => {
      if (run !== begun || !playing) return;
      at += 1;
      speak();
    };
    utterance.onerror = ({ error }) => {
      if (run === begun && !["interrupted", "canceled"].includes(error)) pause();
    };
    speechSynthesis.speak(utterance);
  };
  const play = () => {
    playing = true;
    toggle.textContent = say("aloud_pause");
    speak();
  };
  // Speech is not paused but begun again at its sentence: some browsers never wake from a pause.
  const pause = () => {
    playing = false;
    begun += 1;
    speechSynthesis.cancel();
    toggle.textContent = say("aloud_go_on");
  };
  const stop = () => {
    pause();
    mark(null);
    bar.remove();
    document.querySelector("[data-tool='reading']")?.focus();
  };
  addEventListener("pagehide", () => speechSynthesis.cancel());

  // From the first sentence on view.
  const collect = () => {
    list = sentences();
    at = Math.max(list.findIndex(({ range }) => range.getBoundingClientRect().bottom > 60), 0);
  };
  const begin = () => {
    collect();
    play();
  };
  // Another card has other sentences.
  new MutationObserver(() => {
    if (!bar.isConnected || !list.length) return;
    collect();
    if (playing) speak();
    else mark(null);
  }).observe(main, { attributeFilter: ["data-card"] });

  minicourse.readAloud = async () => {
    const language = root.lang.split("-")[0];
    const known = globalThis.speechSynthesis ? (await voices()).filter(({ lang }) => lang.split(/[-_]/)[0] === language) : [];
    document.querySelector(".bar").after(bar);
    const own = known.find(({ localService }) => localService);
    voice = own || known[0];
    const waits = !own;
    toggle.hidden = !voice;
    said.textContent = !voice ? say("aloud_no_voice") : waits ? say("aloud_elsewhere") : "";
    if (!waits) begin();
    else toggle.textContent = say("aloud_all_the_same");
    (voice ? toggle : stopping).focus();
    // The first press agrees to a voice from elsewhere.
    if (voice && waits) toggle.addEventListener("click", (event) => {
      event.stopImmediatePropagation();
      said.textContent = "";
      begin();
    }, { once: true, capture: true });
  };
})();
