// Tabs: one part at a time, under a row of buttons. Without this script the parts stand one under another.
"use strict";
(() => {
  const KEY = "minicourse:tabs"; // one for all courses of a site: who reads about Windows here does so there
  const MOST = 20;
  const hidden = "onbeforematch" in document ? "until-found" : ""; // so that the browser's search finds what is hidden

  let chosen = []; // words on the buttons that were pressed, the last first
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (Array.isArray(kept)) chosen = kept.filter((word) => typeof word === "string").slice(0, MOST);
  } catch { /* forbidden or corrupt: for this page only, then */ }

  const show = (tabs, shown) => {
    for (const tab of tabs) {
      const on = tab === shown;
      tab.setAttribute("aria-selected", on);
      tab.tabIndex = on ? 0 : -1;
      // A part that the search can find would be read out as an empty panel: it is one only while it is on view.
      const attributes = { role: "tabpanel", "aria-labelledby": tab.id, tabindex: 0 };
      for (const [name, value] of Object.entries(attributes)) {
        if (on) tab.panel.setAttribute(name, value);
        else tab.panel.removeAttribute(name);
      }
      if (on) tab.panel.removeAttribute("hidden");
      else tab.panel.setAttribute("hidden", hidden);
    }
  };

  // What is chosen here is chosen wherever the page offers it; the button stays where it is under the finger.
  const choose = (tab) => {
    const word = tab.textContent;
    const { top } = tab.getBoundingClientRect();
    for (const tabs of groups) {
      const same = tabs.includes(tab) ? tab : tabs.find((other) => other.textContent === word);
      if (same) show(tabs, same);
    }
    scrollBy({ top: tab.getBoundingClientRect().top - top, behavior: "instant" });
    chosen = [word, ...chosen.filter((other) => other !== word)].slice(0, MOST);
    try { localStorage.setItem(KEY, JSON.stringify(chosen)); } catch { /* as above */ }
  };

  const press = (event, tabs) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const at = tabs.indexOf(event.target);
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length);
    tab.focus();
    choose(tab);
  };

  const build = (block) => {
    const panels = [...block.children].filter((child) => child.matches(".tab[id]") && child.firstElementChild);
    const list = document.createElement("div");
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", globalThis.minicourse.say("tabs"));
    const tabs = panels.map((panel) => {
      const tab = document.createElement("button");
      Object.assign(tab, { type: "button", id: `${panel.id}.tab`, panel, textContent: panel.firstElementChild.textContent });
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      tab.addEventListener("click", () => choose(tab));
      panel.addEventListener("beforematch", () => show(tabs, tab));
      return tab;
    });
    list.append(...tabs);
    list.addEventListener("keydown", (event) => press(event, tabs));
    block.prepend(list);
    const rank = (tab) => (chosen.includes(tab.textContent) ? chosen.indexOf(tab.textContent) : MOST);
    show(tabs, tabs.reduce((best, tab) => (rank(tab) < rank(best) ? tab : best)));
    return tabs;
  };

  const groups = [...document.querySelectorAll(".tabs:has(> .tab[id] > *)")].map(build);

  // A link into a part that is not on view.
  const follow = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* as it stands, then */ }
    const target = document.getElementById(name);
    let panel = target?.closest(".tab");
    if (!panel) return;
    for (; panel; panel = panel.parentElement.closest(".tab")) {
      for (const tabs of groups) {
        const tab = tabs.find((other) => other.panel === panel);
        if (tab) show(tabs, tab);
      }
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  follow();
})();
