// A term's definition where it is mentioned. `minicourse.terms` stands before this: each term's name and definition by its
// anchor. Without this script, and with a modifier key, the link leads to the glossary.
"use strict";
(() => {
  const { say, tools, terms } = minicourse;
  const title = document.createElement("p");
  const text = document.createElement("p");
  const more = document.createElement("a");
  const box = document.createElement("div");
  title.className = "term-name";
  more.textContent = say("in_glossary");
  box.className = "term-box";
  box.id = "page-term";
  box.popover = "auto";
  box.tabIndex = -1;
  box.role = "dialog";
  box.append(title, text, more);

  let opener;
  let from; // where the page stood: the box stays in the window, and must not lose its word
  // Beside the word, above it where there is no room below, and always within the window.
  const place = () => {
    const word = opener.getClientRects()[0];
    const { offsetWidth: width, offsetHeight: height } = box;
    const below = word.bottom + 8 + height <= innerHeight;
    box.style.left = `${Math.max(8, Math.min(word.left, innerWidth - width - 8))}px`;
    box.style.top = `${Math.max(8, below ? word.bottom + 8 : word.top - height - 8)}px`;
  };
  box.addEventListener("toggle", ({ newState }) => {
    if (newState === "open") return;
    if (box.contains(document.activeElement) || document.activeElement === document.body) opener.focus({ preventScroll: true });
  });
  addEventListener("scroll", () => {
    if (box.matches(":popover-open") && Math.abs(scrollY - from) > 40) box.hidePopover();
  }, { passive: true });

  tools.terms = (link) => {
    const found = terms[decodeURIComponent(link.hash.slice(1)).replace(/^glossary--/, "")];
    if (!found) {
      location = link.href;
      return;
    }
    opener = link;
    [title.textContent, text.textContent] = found;
    box.setAttribute("aria-label", found[0]);
    more.href = link.href;
    link.after(box);
    box.showPopover();
    place();
    box.focus({ preventScroll: true });
    from = scrollY;
  };
})();
