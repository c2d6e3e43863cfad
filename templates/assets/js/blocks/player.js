// Videos of other sites: their player is loaded when a learner asks for it, and not before.
"use strict";
for (const button of document.querySelectorAll("[data-player]")) {
  // A page from a disk has no address to show, and players play for none without: there the link must do.
  button.hidden = !location.protocol.startsWith("http");
  button.addEventListener("click", () => {
    const facts = button.parentElement;
    const frame = document.createElement("iframe");
    frame.title = facts.querySelector("a").textContent;
    frame.allow = "encrypted-media; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.setAttribute("sandbox", "allow-same-origin allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.src = button.dataset.player;
    facts.previousElementSibling?.remove();
    facts.before(frame);
    button.remove();
    frame.focus();
  });
}
