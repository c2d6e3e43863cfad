// The dialog: a field, and a list of links below it.
"use strict";
(() => {
  const { search, say, tools, bring } = minicourse;
  const QUERY = `minicourse:query:${document.documentElement.dataset.course}`;
  const MOST = 20;
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const ariaLabel = say("search_course");
  const field = make("input", { type: "search", placeholder: say("search_what"), ariaLabel, enterKeyHint: "search", autocomplete: "off" });
  const close = make("button", { type: "button", className: "tool", textContent: say("close_search") });
  const form = make("form", {}, field, close);
  const status = make("output");
  const list = make("ol");
  const dialog = make("dialog", { className: "search-box", ariaLabel }, form, status, list);
  let opener, root, find, saying, turn = 0, tries = 0;

  const draw = ({ kind, title, path, anchor, text, page }, marks) => {
    const url = new URL(root.protocol === "file:" ? path : path.replace(/index\.html$/, ""), root);
    url.hash = anchor || "page-main"; // to where one is, nothing is loaded anew
    const { href } = url;
    const link = make("a", { href });
    const excerpt = make("p", { className: "excerpt" });
    const show = (said) => search.paint(excerpt, search.excerpt(said, marks), marks);
    search.paint(link, title, marks);
    if (text || !anchor) show(text);
    else {
      search.textAt(href).then((said) => {
        if (kind !== "question") show(said);
        else if (said) search.paint(link, said, marks);
      }).catch(() => { /* without, then */ });
    }
    link.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
      if (ctrlKey || metaKey || shiftKey) return;
      try { sessionStorage.found = JSON.stringify({ url: href, words: [...marks] }); } catch { /* no marks, then */ }
      dialog.close();
      setTimeout(search.highlight); // for a place on this page
    });
    return make("li", {}, make("p", { className: "kind" }, say(`kind_${kind}`), page ? ` · ${page}` : ""), link, excerpt);
  };

  // Said once, when the writing has stopped.
  const tell = (...texts) => {
    clearTimeout(saying);
    saying = setTimeout(() => { status.value = texts.filter(Boolean).join(" "); }, 400);
  };

  const look = async () => {
    const query = field.value.trim();
    const mine = ++turn;
    try { sessionStorage[QUERY] = query; } catch { /* for this page, then */ }
    if (!find) return;
    const { found, marks, missing: [[word, near] = []] } = await find(query);
    if (mine !== turn) return;
    list.replaceChildren(...found.slice(0, MOST).map((entry) => draw(entry, marks)));
    list.scrollTop = 0;
    const n = found.length;
    tell(
      near ? say("did_you_mean", { query: word, near }) : query && (word || !n) && say("nothing_for", { query: n ? word : query }),
      n && say("results", { n }), n > MOST && say("first_shown", { n: MOST }),
    );
  };

  field.addEventListener("input", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => opener.focus());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dialog.close(); // a search field would only be emptied
    const stops = [field, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(event.target) + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] || NaN)];
    if (!next || event.target === close) return;
    event.preventDefault();
    next.focus();
  });

  tools.search = (target) => {
    opener = target.closest("button");
    const index = new URL(opener.dataset.index, document.baseURI);
    root = new URL("..", index);
    if (!dialog.isConnected) {
      document.body.append(dialog);
      try { field.value = sessionStorage[QUERY] || ""; } catch { /* it begins empty */ }
    }
    dialog.showModal();
    field.select();
    if (find) return;
    const name = `index ${++tries}`; // what failed once is tried again
    (minicourse.files ??= {})[name] = [index.href];
    bring(name).then(() => {
      const { 5: script } = minicourse.index; // long courses have Pagefind
      if (script) return minicourse.files.pagefind = [script], bring("pagefind");
    }).then(() => {
      find = search.engine(minicourse.index);
      look();
    }, () => tell(say("search_failed")));
  };
})();
