// The service worker of a course that works without a connection. The build puts before it the name of the course,
// COURSE; its files with a digest of each in groups, GROUPS: what every page needs, then pages, then the author's own
// files; how many of the groups are kept at once, KEPT; and how many bytes all of them have, SIZE.
//
// One version of the course is shown at a time, whole. A newer one is brought in the background, only what has changed,
// and waits until it is asked for, or until no page of the course is open. A file is kept only if its digest is the one
// that the build wrote down: so a page never meets the style of another version, nor a stranger's sign-in page.
"use strict";
(() => {
  const { scope } = registration;
  const place = new URL(scope).pathname;
  const CACHE = `minicourse:${COURSE}:${place}`;
  const FILES = Object.assign({ __proto__: null }, ...GROUPS);
  const LEFT = `${scope}?left`; // which files the version before this one left behind

  // Queries are no part of an address; folders answer with their index.html.
  const pathOf = (address) => {
    const { pathname, href } = new URL(address);
    if (!href.startsWith(scope)) return null;
    try {
      return decodeURIComponent(pathname.slice(place.length)).replace(/(^|\/)$/, "$1index.html");
    } catch {
      return null;
    }
  };
  const addressOf = (path) => scope + path.split("/").map(encodeURIComponent).join("/");
  const keyOf = (path) => `${addressOf(path)}?${FILES[path]}`;
  const open = () => caches.open(CACHE);
  const kept = (address, options) => caches.match(address, { ...options, cacheName: CACHE }); // makes no cache anew

  // ---- keeping files ----------------------------------------------------------------------------------------------

  const digestOf = async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return btoa(String.fromCharCode(...digest.subarray(0, 9))).replace(/\+/g, "-").replace(/\//g, "_");
  };

  // Keeps a file if it is the one that the build made; is it?
  const keep = async (path, response) => {
    const bytes = await response.arrayBuffer();
    if (await digestOf(bytes) !== FILES[path]) return false;
    const headers = new Headers(response.headers);
    headers.delete("Vary"); // the same for everyone, whatever the server says
    await (await open()).put(keyOf(path), new Response(bytes, { headers }));
    return true;
  };

  // What stands between us and the server may have an older file: ask once more, past it.
  const bring = async (path) => {
    const address = addressOf(path);
    const folder = address.replace(/\/index\.html$/, "/");
    for (const [from, cache] of [[folder, "default"], [folder, "reload"], [address, "reload"]]) {
      if (await keep(path, await fetch(from, { cache }))) return;
    }
    throw new Error(`${path} is not the file that the build made`);
  };

  // Four at a time: this is in the background, and a learner may be reading.
  const fill = async () => {
    const groups = GROUPS.slice(0, navigator.connection?.saveData ? 1 : KEPT);
    const cache = await open();
    const queue = [];
    for (const path of groups.flatMap(Object.keys)) {
      if (!(await cache.match(keyOf(path)))) queue.push(path);
    }
    const work = async () => {
      try {
        while (queue.length) await bring(queue.pop());
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    };
    await Promise.all([work(), work(), work(), work()]);
  };

  // What is not of this version goes, but one version later: a page of the last one may still be open and bring a script.
  const clear = async () => {
    for (const name of await caches.keys()) {
      if (name !== CACHE && name.startsWith("minicourse:") && name.endsWith(`:${place}`)) await caches.delete(name);
    }
    const cache = await open();
    const ours = new Set([LEFT, ...Object.keys(FILES).map(keyOf)]);
    const others = (await cache.keys()).map(({ url }) => url).filter((url) => !ours.has(url));
    const before = (await (await cache.match(LEFT))?.json()) || [];
    await Promise.all(others.filter((url) => before.includes(url)).map((url) => cache.delete(url)));
    await cache.put(LEFT, new Response(JSON.stringify(others.filter((url) => !before.includes(url)))));
    await clients.claim();
  };

  const isWhole = async () => {
    if (!(await caches.has(CACHE))) return false;
    const found = new Set((await (await open()).keys()).map(({ url }) => url));
    return Object.keys(FILES).every((path) => found.has(keyOf(path)));
  };

  // ---- answering --------------------------------------------------------------------------------------------------

  // A recording is asked for in parts.
  const part = async (file, range) => {
    const blob = await file.blob();
    const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range) || [];
    const start = from ? Number(from) : Math.max(0, blob.size - to);
    const end = from && to ? Math.min(to, blob.size - 1) : blob.size - 1;
    if (!(start <= end)) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${blob.size}` } });
    const headers = new Headers(file.headers);
    headers.set("Content-Range", `bytes ${start}-${end}/${blob.size}`);
    headers.set("Content-Length", end - start + 1);
    return new Response(blob.slice(start, end + 1), { status: 206, headers });
  };

  const answer = async (event, path) => {
    const { request } = event;
    const range = request.headers.get("Range");
    const file = await kept(keyOf(path));
    if (file) return range ? part(file, range) : file;
    const response = await fetch(request);
    if (!range && response.ok) event.waitUntil(keep(path, response.clone()));
    return response;
  };

  // Not in this version of the course: perhaps it is in the next, or another course's.
  const elsewhere = async (request, path) => {
    if (`${path}/index.html` in FILES) return Response.redirect(`${addressOf(path)}/`);
    try {
      return await fetch(request);
    } catch {
      return Response.redirect(addressOf("404.html"));
    }
  };

  addEventListener("install", (event) => event.waitUntil(fill()));
  addEventListener("activate", (event) => event.waitUntil(clear()));
  addEventListener("fetch", (event) => {
    const { request } = event;
    const path = request.method === "GET" ? pathOf(request.url) : null;
    if (path === null) return;
    if (path in FILES) event.respondWith(answer(event, path));
    else if (request.mode === "navigate") event.respondWith(elsewhere(request, path));
    else if (path.startsWith("assets/")) {
      // A page of the version before may still be open.
      event.respondWith(kept(request, { ignoreSearch: true }).then((file) => file || fetch(request)));
    }
  });
  addEventListener("message", (event) => {
    const { data, ports } = event;
    if (data === "take over") skipWaiting();
    if (data === "whole?") event.waitUntil(isWhole().then((whole) => ports[0].postMessage({ whole, size: SIZE })));
  });
})();
