// Asks the browser to keep the course, says when it is kept, and when there is a newer version of it.
"use strict";
(() => {
  const { say, bring, tools } = minicourse;
  const { serviceWorker } = navigator; // not everywhere: a page without encryption has none
  const worker = new URL("../sw.js", document.currentScript.src);
  if (!serviceWorker || !location.protocol.startsWith("http")) return;

  // The line in the footer, once every file of the course is here.
  const tell = async ({ active }) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: { whole, size } }) => {
      if (!whole) return;
      const { lang } = document.documentElement;
      const n = new Intl.NumberFormat(lang, { maximumSignificantDigits: 2 }).format(size / 2 ** 20);
      document.querySelector(".privacy")?.append(" ", say("kept", { size: n }));
    };
    active.postMessage("whole?", [port2]);
  };

  let asked = false; // by this page, to change to the newer version
  const offer = (change) => bring("update").then(() => tools.update(change), () => {});
  const reload = () => location.reload();

  const follow = (registration, found) => {
    if (!found || !serviceWorker.controller) return;
    const ready = () => {
      if (found.state === "installed") offer(() => {
        asked = true;
        if (registration.waiting) registration.waiting.postMessage("take over");
        else reload();
      });
    };
    bring("update").catch(() => {}); // now: later this version's files may be gone
    found.addEventListener("statechange", ready);
    ready();
  };

  const begin = async () => {
    const before = serviceWorker.controller;
    serviceWorker.addEventListener("controllerchange", () => {
      if (asked) reload();
      else if (before) offer(reload); // another page asked for it
    });
    let registration;
    try { registration = await serviceWorker.register(worker); } catch { return; } // forbidden, or no connection
    follow(registration, registration.waiting || registration.installing);
    registration.addEventListener("updatefound", () => follow(registration, registration.installing));
    tell(await serviceWorker.ready);
  };

  // Last of all: nothing that the page needs has to wait for it.
  addEventListener("load", begin);
})();
