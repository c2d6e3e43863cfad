// When a question is asked again: Leitner's boxes. Pure: tests/review asks it in Node. docs/authors/review.md tells it
// to people, docs/decisions.md why it is so.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};
  const DAYS = [0, 1, 3, 7, 16, 35]; // how long a question rests in each box; there is no box 0
  const LAST = DAYS.length - 1;

  // A day is what the learner's clock calls one. As a number: tomorrow is today + 1, whatever summer time does.
  const day = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 864e5;
  const dateOf = (number) => {
    const utc = new Date(number * 864e5);
    return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate());
  };

  // What is true of an answer, in an order that doesn't depend on how the log was put together: by time, and of two at
  // the same time the better one first, so that in doubt the worse one has the last word.
  const read = ({ at, correct, sure, in: place, card, knew }) => ({
    time: Date.parse(at), worth: (card ? knew === "1" : correct) ? (sure === "1" ? 1 : 2) : 0, place,
    counts: typeof correct === "boolean" || (card && (knew === "1" || knew === "0")),
  });
  const inOrder = (a, b) => a.time - b.time || b.worth - a.worth;

  // Where one question stands (of a pack, one card), by the facts kept of it; null when nothing counts.
  //   box     1 to 5
  //   due     the day on which it is due
  //   missed  was the last answer that counted wrong?
  //   first   was the first one right?
  // What counts: the first try in the lesson; every answer in a quiz or a review. A right one moves a box up, but only
  // on or after the day it was due: answers on top of each other show nothing about remembering. A guess that was right
  // stays where it is and rests anew. A wrong one goes back to the first box.
  const plan = (facts) => {
    const all = facts.map(read).filter(({ time, counts }) => counts && time === time).sort(inOrder);
    const tried = all.find(({ place }) => !place);
    let state = null;
    for (const fact of all) {
      if (!fact.place && fact !== tried) continue;
      const today = day(new Date(fact.time));
      const { box, due, first } = state || { box: 1, due: today, first: fact.worth > 0 };
      if (fact.worth > 1 && today < due) continue;
      const now = [1, box, Math.min(box + 1, LAST)][fact.worth];
      state = { box: now, due: today + DAYS[now], missed: !fact.worth, first };
    }
    return state;
  };

  const factsOf = (record) => {
    const { answers } = Object(record);
    return Array.isArray(answers) ? answers.filter(Boolean) : [];
  };
  const cardOf = ({ card }) => String(card || "");

  // May anything be due? Asks the browser's memory alone: the course may have dropped it since.
  const mayBeDue = (questions, today) => Object.values(questions).some((record) => {
    const facts = factsOf(record);
    return [...new Set(facts.map(cardOf))].some((card) => plan(facts.filter((fact) => cardOf(fact) === card))?.due <= today);
  });

  // All that was answered of what the course still asks. `lessons` is what the index lists: [key, script, questions],
  // each question [name, objective, cards]; `questions` is what the browser remembers. What has no objective has its
  // lesson for one, as `/key`.
  const plans = (lessons, questions) => lessons.flatMap(([lesson, script, names]) => names.flatMap(([name, objective, cards]) => {
    const facts = factsOf(questions[name]);
    const one = (card) => {
      const planned = plan(facts.filter((fact) => cardOf(fact) === card));
      return planned ? { ...planned, lesson, script, name, objective: objective || `/${lesson}`, card } : [];
    };
    return cards ? Array.from({ length: cards }, (_, index) => String(index + 1)).flatMap(one) : one("");
  }));

  const isDue = (today) => ({ due }) => due <= today;

  // The order of a session. First one question of each objective, then a second of each, and so on: the objective in
  // which most first answers were wrong leads every round, and no two of a kind follow each other while there is another.
  // `rank` gives a number for a text, the same each time.
  const mixed = (wanted, answered, rank) => {
    const counts = Object.create(null);
    for (const { objective, first } of answered) {
      const count = counts[objective] ||= { wrong: 0, total: 0 };
      count.total += 1;
      if (!first) count.wrong += 1;
    }
    const weak = ({ objective }) => counts[objective].wrong / counts[objective].total;
    const seen = Object.create(null);
    const key = ({ name, card }) => `${name} ${card}`;
    return [...wanted].sort((a, b) => rank(key(a)) - rank(key(b)))
      .map((item) => ({ item, round: seen[item.objective] = (seen[item.objective] || 0) + 1 }))
      .sort((a, b) => a.round - b.round || weak(b.item) - weak(a.item) || rank(a.item.objective) - rank(b.item.objective))
      .map(({ item }) => item);
  };

  minicourse.schedule = { DAYS, day, dateOf, plan, plans, isDue, mayBeDue, mixed };
})();
