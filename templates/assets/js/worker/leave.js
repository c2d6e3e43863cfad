// The service worker of a course that is not kept off-line. Pages don't ask for it; a browser that still has one from
// the time when the course was kept finds this in its place: it takes what was kept away, and itself.
"use strict";
// Not at once: a page of it may be open, and is bringing what it needs to say that there is a newer version.
addEventListener("install", (event) => event.waitUntil(new Promise((go) => setTimeout(go, 1000)).then(skipWaiting)));
addEventListener("activate", (event) => event.waitUntil((async () => {
  const place = `:${new URL(registration.scope).pathname}`;
  for (const name of await caches.keys()) {
    if (name.startsWith("minicourse:") && name.endsWith(place)) await caches.delete(name);
  }
  await registration.unregister();
})()));
