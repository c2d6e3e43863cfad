// Long courses: what Pagefind finds in the text comes behind what our own index knows of titles and terms.
"use strict";
(() => {
  const { search } = minicourse;
  const { engine } = search;
  const { src } = document.currentScript;
  const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

  search.engine = (index) => {
    const own = engine(index);
    if (location.protocol === "file:") return own; // modules and parts of an index need a server
    const pagefind = import(new URL("../search/pagefind.js", src));
    const root = new URL("..", src);

    const inText = async (query) => {
      const { results } = await (await pagefind).search(query);
      const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return pages.flatMap(({ meta, url, sub_results }) => sub_results.slice(0, 3).map((part) => {
        const [path, anchor = ""] = part.url.split("#");
        const entry = { path: new URL(path.replace(/^\//, ""), root).href, anchor: decodeURIComponent(anchor), text: plain(part.plain_excerpt ?? part.excerpt) };
        return anchor ? { ...entry, kind: "section", title: part.title, page: meta.title } : { ...entry, kind: meta.kind, title: meta.title };
      }));
    };

    return async (query) => {
      const { found, marks, missing } = own(query);
      try {
        const more = await inText(query);
        for (const word of search.words(query)) marks.add(word);
        const place = ({ path, anchor }) => `${new URL(path, root).pathname.replace(/index\.html$/, "")}#${anchor}`;
        const known = new Set(found.map(place));
        return { found: [...found, ...more.filter((entry) => !known.has(place(entry)))], marks, missing: more.length ? [] : missing };
      } catch {
        return { found, marks, missing }; // off-line, it may not be there
      }
    };
  };
})();
