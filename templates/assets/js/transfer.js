// Puts together what two browsers remember of a course, and reads what earlier versions of this page wrote.
// Pure: tests/store asks these in Node.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  // The same text for the same value, in whatever order its fields stand.
  const byKey = ([a], [b]) => (a < b ? -1 : 1);
  const text = (value) => JSON.stringify(value, (_, part) => (
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part
  ));
  const byTime = (a, b) => {
    const [at, otherAt] = [a, b].map((value) => String(value?.at ?? ""));
    if (at !== otherAt) return at < otherAt ? -1 : 1;
    const [said, otherSaid] = [text(a), text(b)];
    return said < otherSaid ? -1 : Number(said > otherSaid);
  };
  const [NOTHING, OTHER, LIST, RECORD, REGISTER] = [0, 1, 2, 3, 4];
  const shape = (value) => {
    if (value === undefined) return NOTHING;
    if (Array.isArray(value)) return LIST;
    if (!isRecord(value)) return OTHER;
    return Object.hasOwn(value, "at") ? REGISTER : RECORD;
  };
  const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);

  // A list is a set of facts: all of both are kept. A record with a time is a register: the later one counts, whole.
  // Any other record is put together field by field; where shapes differ, something is broken, and the one that can hold
  // more stays. So the order in which browsers are merged never matters, merging again changes nothing, and no answer
  // is lost.
  const merge = minicourse.merge = (mine, theirs) => {
    if (mine === undefined && theirs === undefined) return mine;
    const [mineIs, theirsIs] = [mine, theirs].map(shape);
    if (mineIs !== theirsIs) return mineIs > theirsIs ? merge(mine, mine) : merge(theirs, theirs);
    if (mineIs === LIST) {
      const facts = new Map([...mine, ...theirs].map((fact) => [text(fact), fact]));
      return [...facts.values()].sort(byTime);
    }
    if (mineIs === RECORD) {
      const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
      return Object.fromEntries([...keys].map((key) => [key, merge(own(mine, key), own(theirs, key))]));
    }
    return byTime(mine, theirs) < 0 ? theirs : mine;
  };

  // ---- earlier versions -----------------------------------------------------------------------------------------

  const SCHEMA = 2;
  const START = "1970-01-01T00:00:00.000Z";
  const before = (at) => new Date((Date.parse(at) || 1) - 1).toISOString();
  const records = (entries, read) => Object.fromEntries(
    Object.entries(isRecord(entries) ? entries : {}).filter(([, entry]) => isRecord(entry)).map(([name, entry]) => [name, read(entry)]),
  );

  // Schema 1 kept the first and the last answer only, and what they came to.
  const lessonOf1 = ({ seen, complete, digest, ...more }) => ({
    ...more, ...(seen && { seen: { at: seen } }), ...(complete && { complete: { at: complete, digest } }),
  });
  const questionOf1 = ({
    lesson, at: when, first, firstCorrect = null, sure, attempts, last, correct = null, settled, // of a question
    results, current, passed, best, known, // of a quiz; of cards
    ...more
  }) => {
    const record = { ...more, ...(lesson && { lesson }) };
    const at = /^\d{4}-\d\d-\d\dT/.test(when) && Date.parse(when) ? when : START;
    if (Array.isArray(results)) {
      const facts = results.filter(isRecord).map((result) => ({ at, ...result, settled: true }));
      return { ...record, ...(current && { state: { at, current } }), answers: facts };
    }
    if (isRecord(known)) return { ...record, answers: Object.entries(known).map(([card, knew]) => ({ at, card, knew })) };
    const begunState = { ...(current && { current }), ...(last && { last }) };
    if (!Array.isArray(first)) return { ...record, state: { at, ...begunState }, answers: [] };
    const isOne = !Array.isArray(last) || (!(attempts > 1) && text(first) === text(last));
    const begun = { at: isOne ? at : before(at), response: first, correct: firstCorrect };
    if (sure) begun.sure = String(sure);
    if (isOne) return { ...record, answers: [{ ...begun, settled: Boolean(settled) }] };
    return { ...record, answers: [begun, { at, response: last, correct, settled: Boolean(settled) }] };
  };

  const MIGRATIONS = {
    1: ({ lessons, questions, ...more }) => (
      { ...more, schema: 2, lessons: records(lessons, lessonOf1), questions: records(questions, questionOf1) }
    ),
  };

  // What a browser remembers, in the form of this version. What no version wrote comes to nothing; what a newer one
  // wrote is an error.
  minicourse.migrated = (stored) => {
    let data = stored;
    while (Object.hasOwn(MIGRATIONS, data.schema)) data = MIGRATIONS[data.schema](data);
    if (data.schema > SCHEMA) throw new RangeError("written by a newer version");
    return data.schema === SCHEMA ? data : { schema: SCHEMA, lessons: {}, questions: {} };
  };
})();
