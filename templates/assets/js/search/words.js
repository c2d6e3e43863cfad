// Texts to words, step by step as render/search_words.py does: change both, and a test tells whether they still agree.
"use strict";
(() => {
  // Accents, and what isn't seen; letters that are written for one another; scripts without spaces: Chinese, Japanese,
  // Thai, Lao, Burmese, Khmer.
  const DROPPED = /[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u200b-\u200f\ufeff]/g;
  const SAME = { ى: "ي", ی: "ي", ة: "ه", ک: "ك" };
  const UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]";
  const RUN = new RegExp(`${UNSPACED}+|\\d+(?:[.,]\\d+)+|(?:(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}\u00ad\u200c\u200d])+`, "gu");
  const unspaced = new RegExp(UNSPACED, "u");

  const fold = (text) => text.normalize("NFKD").replace(DROPPED, "").toLowerCase().toUpperCase().toLowerCase()
    .normalize("NFC").replace(/[ىیةک]/g, (letter) => SAME[letter])
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => (digit.charCodeAt() + (digit > "\u0900" && 10)) % 16);
  const word = (run) => run.replace(/^(?:[وبفك]?ال|لل)(?=.{3})/, "");
  const words = (text) => (fold(text).match(RUN) || []).flatMap((run) => (
    unspaced.test(run) ? [...run].map((one, place, all) => one + (all[place + 1] || "")) : word(run)
  ));

  // Where in a text words of a set stand, or the same with another ending: beginnings and ends.
  const spans = (text, found) => {
    const marked = [];
    const mark = (from, to) => {
      if (marked.at(-1)?.[1] >= from) marked.at(-1)[1] = to;
      else marked.push([from, to]);
    };
    for (const { 0: run, index } of text.matchAll(RUN)) {
      const said = word(fold(run));
      if (unspaced.test(run)) {
        for (let at = index; at < index + run.length; at++) if (found.has(fold(text.slice(at, at + 2)))) mark(at, at + 2);
      } else if ([0, 1, 2, 3].some((cut) => (!cut || said.length > cut + 3) && found.has(said.slice(0, said.length - cut)))) {
        mark(index, index + run.length);
      }
    }
    return marked;
  };

  minicourse.search = { fold, words, spans, unspaced };
})();
