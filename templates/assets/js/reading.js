// The panel in which readers choose how they want to read. Brought when they ask for it; `theme.js` remembers.
"use strict";
(() => {
  const { say, tools } = minicourse;
  const root = document.documentElement;
  const KEY = "minicourse:reading";
  const lesson = document.querySelector("main[data-key]");
  const authors = root.dataset.view || "page"; // or the reader's, which theme.js has put in its place
  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  };

  // ---- what is chosen -------------------------------------------------------------------------------------------

  const stored = () => {
    try { return Object(JSON.parse(localStorage.getItem(KEY))); } catch { return {}; }
  };
  const choose = (name, choice) => {
    const chosen = stored();
    if (choice) chosen[name] = choice;
    else delete chosen[name];
    try { localStorage.setItem(KEY, JSON.stringify(chosen)); } catch { /* for this page only, then */ }
    if (name === "size") root.style.fontSize = choice;
    else if (choice) root.dataset[name] = choice;
    else delete root.dataset[name];
    if (name !== "view") return;
    minicourse.bring("cards").then(() => minicourse.setView(), () => { root.dataset.view = ""; }); // as a page, then
  };

  // ---- the panel ------------------------------------------------------------------------------------------------

  const options = (name, current, ...choices) => {
    const row = make("div", "");
    const group = make("fieldset", `choose-${name}`, make("legend", "", say(`read_${name}`)), row);
    for (const [value, word] of choices) {
      const input = make("input", "");
      Object.assign(input, { type: "radio", name: `read-${name}`, value, checked: value === current });
      input.addEventListener("change", () => choose(name, value));
      row.append(make("label", "", input, make("span", "", say(word))));
    }
    return group;
  };

  const button = (word, act) => {
    const made = make("button", "plain", say(word));
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  const panel = make("div", "reading-panel", make("p", "", say("read_title")));
  panel.popover = "auto";
  panel.id = "page-reading";
  panel.role = "dialog";
  panel.tabIndex = -1;
  panel.setAttribute("aria-label", say("read_title"));
  panel.append(
    options("size", root.style.fontSize || "", ["", "size_usual"], ["112.5%", "size_large"], ["130%", "size_larger"], ["150%", "size_largest"]),
    options("theme", root.dataset.theme || "", ["", "theme_system"], ["light", "theme_light"], ["dark", "theme_dark"]),
  );
  if (lesson) {
    panel.append(
      options("view", authors, ["page", "view_page"], ["cards", "view_cards"]),
      options("focus", root.dataset.focus || "", ["", "focus_off"], ["on", "focus_on"]),
      button("read_aloud", () => {
        panel.hidePopover();
        minicourse.bring("aloud").then(() => minicourse.readAloud());
      }),
    );
  }
  panel.append(button("close", () => panel.hidePopover()));

  let opener;
  panel.addEventListener("toggle", ({ newState }) => {
    opener.setAttribute("aria-expanded", String(newState === "open"));
    if (newState === "open") panel.querySelector("input:checked").focus();
    else if (!document.activeElement || panel.contains(document.activeElement) || document.activeElement === document.body) opener.focus();
  });

  tools.reading = (target) => {
    opener = target;
    opener.setAttribute("aria-controls", panel.id);
    opener.after(panel);
    panel.togglePopover();
  };
})();
