// Finds places in the course. The index is described in render/search_index.py.
"use strict";
(() => {
  const { search } = minicourse;
  const { fold, words, unspaced } = search;
  // What a word in a title is worth against one in the text: first the kinds of page, then the kinds of place on one.
  const WORTH = { course: 5, unit: 8, lesson: 8, section: 5, quiz: 4, question: 2, term: 4 };
  const KINDS = Object.keys(WORTH);
  const anchorOf = (title) => title.trim().toLowerCase().replace(/[^\p{L}\p{N}_\- ]/gu, "").replaceAll(" ", "-");

  // Slips between two words, or one and the beginning of the other.
  const slips = (asked, known) => {
    let row = [...known, 0].map((_, place) => place);
    let above;
    let least = 9;
    for (let i = 1; i <= asked.length; i++) {
      const next = [i];
      for (let j = 1; j <= known.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (asked[i - 1] !== known[j - 1]));
        if (asked[i - 1] === known[j - 2] && asked[i - 2] === known[j - 1]) next[j] = Math.min(next[j], above[j - 2] + 1);
      }
      [above, row] = [row, next];
      if (i > asked.length - 4 && known.length > 4) least = Math.min(least, next.at(-1));
    }
    return Math.min(least, ...row.slice(4));
  };

  // Makes a search from an index.
  search.engine = ([pages, terms, listed, places]) => {
    const entries = [];
    const texts = []; // as the index counts them
    const lexicon = new Map(); // word -> entry -> what it is worth there
    const spelt = {}; // word -> as it is written
    const add = (word, entry, worth) => {
      if (!lexicon.has(word)) lexicon.set(word, new Map());
      const at = lexicon.get(word);
      at.set(entry, (at.get(entry) || 0) + worth);
    };
    // BM25 for a word that stands in a text once: it is worth more in a short one.
    const note = (text, entry, worth) => {
      const found = new Set(words(text));
      for (const word of found) add(word, entry, (worth * 2.2) / (1.6 + found.size / 10));
      for (const word of text.split(/[\s,.;:()]+/)) spelt[fold(word)] = word;
    };
    const enter = (kind, title, path, anchor, text, page) => {
      const entry = { kind, title, path, anchor: anchor === 0 ? anchorOf(title) : anchor, text, page };
      entries.push(entry);
      note(title, entry, WORTH[kind]);
      note(text, entry, 1);
      return entry;
    };

    for (const [kind, title, path, summary, ...parts] of pages) {
      texts.push(enter(KINDS[kind], title, path, "", summary));
      parts.forEach((flat, part) => {
        for (let at = 0; at < flat.length; at += 2) texts.push(enter(KINDS[3 + part], flat[at], path, flat[at + 1], "", title));
      });
    }
    for (const [name, anchor, definition] of terms) enter("term", name, "glossary/index.html", anchor, definition);

    const steps = places.split(" ");
    let word = "";
    (listed.match(/[A-Z][^A-Z]*/g) || []).forEach((front, number) => {
      word = word.slice(0, front.charCodeAt() - 65) + front.slice(1);
      let at = -1;
      for (const sign of steps[number]) {
        const code = sign.charCodeAt();
        at += sign === "~" ? 56 : code - 34 - (code > 60);
        if (sign !== "~") add(word, texts[at], 0.8);
      }
    });

    // The known words that one may mean, each with how well it fits: whole, then its beginning, else near ones.
    const meant = (asked) => {
      const found = [];
      const isPair = unspaced.test(asked);
      for (const known of lexicon.keys()) {
        const ending = known.length - asked.length;
        const fits = known.startsWith(asked) ? asked.length > 1 || isPair || !ending
          : ending > -4 && known.length > 3 && asked.startsWith(known);
        if (fits) found.push([known, ending ? 0.8 - Math.abs(ending) / 20 : 1]);
      }
      const allowed = isPair || /\d/.test(asked) ? 0 : Math.min(2, asked.length >> 2);
      if (found.length || !allowed) return found;
      let least = allowed;
      const near = [];
      for (const known of lexicon.keys()) {
        // Few get the first letter wrong, unless they change it over with the second.
        const far = known.slice(0, 2).includes(asked[0]) ? slips(asked, known) : 9;
        least = Math.min(least, far);
        near.push([known, 0.3, far]);
      }
      return near.filter(([, , far]) => far === least);
    };

    // { found: entries, best first; marks: words to be marked; missing: [[word, near word], …] }
    return (query) => {
      const scores = new Map();
      const marks = new Set();
      const missing = [];
      const asked = new Set(words(query));
      for (const word of asked) {
        // The last character of a run without spaces says nothing new.
        if (asked.size > 1 && word.length < 2 && unspaced.test(word)) continue;
        const here = new Map();
        const known = meant(word);
        for (const [meaning, fit] of known) {
          const at = lexicon.get(meaning);
          const rarity = Math.log(1 + entries.length / at.size);
          if (rarity > 1.5 || asked.size < 2) marks.add(meaning);
          for (const [entry, worth] of at) here.set(entry, Math.max(here.get(entry) || 0, fit * worth * rarity));
        }
        const [first] = known;
        if (!first || first[2]) missing.push([word, first && (spelt[first[0]] || first[0])]);
        const share = Math.log(1 + entries.length / here.size);
        for (const [entry, score] of here) {
          const [sum, shares] = scores.get(entry) || [0, 0];
          scores.set(entry, [sum + score, shares + share]);
        }
      }
      // What holds all of the words comes first; what holds few of them is left out.
      const most = Math.max(...[...scores.values()].map(([, shares]) => shares));
      const found = [...scores].filter(([, [, shares]]) => shares > 0.6 * most)
        .sort(([, [one, shares]], [, [other, others]]) => other * others - one * shares).map(([entry]) => entry);
      return { found, marks, missing };
    };
  };
})();
