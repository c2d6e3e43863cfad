// What is taken from pages: an excerpt for a result, and marks at the place that it leads to.
"use strict";
(() => {
  const { search, say } = minicourse;
  const { spans } = search;

  // The text from an element on to the next heading, without what a learner is asked.
  const textFrom = (place) => {
    const start = place.localName === "section" ? place.firstElementChild : place; // of a tab, its heading
    const walker = document.createTreeWalker(start.closest("main"), 5, ({ nodeType, localName, classList }) => (
      nodeType < 2 && (/form|sup/.test(localName) || classList.contains("question")) ? 2 : 1
    ));
    walker.currentNode = start;
    let text = "";
    for (let node; (node = walker.nextNode()) && !/^(h\d|section)$/.test(node.localName);) {
      if (node.nodeType > 2 && !start.contains(node)) text += node.data;
      else if (/^(p|li|td|div)$/.test(node.localName)) text += " ";
    }
    return text;
  };

  // A text from a little before the first word found; the style cuts its end.
  search.excerpt = (text, marks) => {
    const whole = text.replace(/\s+/g, " ").trim();
    const from = whole.indexOf(" ", (spans(whole, marks)[0]?.[0] || 0) - 60);
    return from > 40 ? `…${whole.slice(from, from + 300)}` : whole.slice(0, 300);
  };

  // The text of a place, from its page; without a server no page may read another.
  const brought = {};
  search.textAt = async (url) => {
    const [address, anchor] = url.split("#");
    if (!address.startsWith("http")) return "";
    brought[address] ??= fetch(address).then((answer) => answer.text());
    const start = new DOMParser().parseFromString(await brought[address], "text/html").getElementById(decodeURIComponent(anchor));
    return start.localName === "form" ? start.querySelector("legend")?.textContent.trim() : textFrom(start);
  };

  // Writes a text, marked, into an element. Texts are only ever texts.
  search.paint = (element, text, marks) => {
    element.textContent = "";
    let done = 0;
    for (const [from, to] of spans(text, marks)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      element.append(text.slice(done, from), mark);
      done = to;
    }
    element.append(text.slice(done));
  };

  // ---- marks at the place -----------------------------------------------------------------------------------------

  // The browser paints them (CSS Custom Highlight API): the page itself stays as it is. `site.js` brings this script
  // where it finds `found`: the address of a result that was taken, and the words to mark.
  const clear = document.createElement("button");
  clear.className = "unmark";
  clear.textContent = say("clear_marks");
  clear.onclick = () => {
    CSS.highlights.delete("found");
    clear.remove();
  };
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !document.querySelector("dialog[open]")) clear.click();
  });

  search.highlight = () => {
    let found;
    try { found = JSON.parse(sessionStorage.found); } catch { /* nothing there, or storage is forbidden */ }
    if (found?.url !== location.href || !globalThis.Highlight) return;
    delete sessionStorage.found;
    const marks = new Set(found.words);
    const walker = document.createTreeWalker(document.querySelector("main"), 4);
    const highlight = new Highlight();
    while (walker.nextNode()) {
      for (const [from, to] of spans(walker.currentNode.data, marks)) {
        const range = new Range();
        range.setStart(walker.currentNode, from);
        range.setEnd(walker.currentNode, to);
        highlight.add(range);
      }
    }
    CSS.highlights.set("found", highlight);
    if (highlight.size) document.body.append(clear);
  };
  search.highlight();
})();
