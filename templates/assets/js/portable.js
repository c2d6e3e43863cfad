// Progress as a file and as a short text for a link, and back. Pure: tests/store asks these in Node.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};
  const isRecord = (value) => Object(value) === value && !Array.isArray(value);
  const FORMAT = "minicourse progress";
  const VERSION = 1;
  const MOST = 2 ** 22; // bytes: no browser keeps more than about that for a site
  const DAY = 24 * 60 * 60 * 1000;

  const refuse = (reason) => { throw Object.assign(new Error(reason), { reason }); };

  // ---- what may come in -----------------------------------------------------------------------------------------------

  // A time written as the store writes it, and not of the day after tomorrow: one from the future would overrule
  // whatever is learnt from now on.
  const isTime = (at, now) => {
    const time = typeof at === "string" ? Date.parse(at) : NaN;
    return time < now + DAY && new Date(time).toISOString() === at;
  };
  const entries = (value) => Object.entries(isRecord(value) ? value : {}).filter(([, entry]) => isRecord(entry));
  const timed = (record, now) => Object.fromEntries(entries(record).filter(([, { at }]) => isTime(at, now)));

  // Only what has the form of progress, whoever wrote it. Time is milliseconds since 1970.
  const cleaned = ({ lessons, questions, seed }, now) => ({
    schema: 2,
    ...(Number.isInteger(seed) && { seed }),
    lessons: Object.fromEntries(entries(lessons).map(([key, lesson]) => [key, timed(lesson, now)])),
    questions: Object.fromEntries(entries(questions).map(([name, { lesson, state, answers }]) => [name, {
      ...(typeof lesson === "string" && { lesson }),
      ...timed({ state }, now),
      answers: (Array.isArray(answers) ? answers : []).filter((fact) => isRecord(fact) && isTime(fact.at, now)),
    }])),
  });

  // How much it is: answers and results, to how many questions, and lessons completed.
  minicourse.amount = ({ lessons, questions }) => {
    const given = Object.values(questions).map(({ answers }) => (Array.isArray(answers) ? answers.length : 0));
    return {
      answers: given.reduce((sum, n) => sum + n, 0),
      questions: given.filter(Boolean).length,
      lessons: Object.values(lessons).filter(({ complete }) => complete?.at && !complete.undone).length,
    };
  };

  // ---- a file -----------------------------------------------------------------------------------------------------------

  minicourse.file = (course, progress, exported) => (
    `${JSON.stringify({ format: FORMAT, version: VERSION, course, exported, progress }, null, 1)}\n`
  );

  const atMost = (size) => size <= MOST || refuse("too_large");
  const parsed = (text) => {
    try { return JSON.parse(text); } catch { return refuse("not_progress"); }
  };

  // The progress in the text of a file; throws an error with a `reason`, the name of a word of this page.
  minicourse.fromFile = (course, text, now) => {
    atMost(text.length);
    const found = parsed(text);
    if (!isRecord(found) || found.format !== FORMAT || !isRecord(found.progress)) refuse("not_progress");
    if (found.version > VERSION || found.progress.schema > 2) refuse("too_new");
    if (found.course !== course) refuse("other_course");
    return cleaned(minicourse.migrated(found.progress), now);
  };

  // ---- a link -----------------------------------------------------------------------------------------------------------

  // The page's list of what is asked: [[lesson, [name, …]], …]. Its digest (FNV-1a, in base 36) tells two lists apart.
  const namesOf = (list) => list.flatMap(([, names]) => names);
  const wordsOf = (list) => [...namesOf(list), ...list.map(([lesson]) => lesson)];
  const steps = (numbers, start) => numbers.map((number, index) => number - (numbers[index - 1] ?? start));
  const digest = (list) => [...JSON.stringify(list)]
    .reduce((hash, character) => Math.imul(hash ^ character.codePointAt(), 16777619) >>> 0, 2166136261).toString(36);

  // Facts of one question at a time are what a store is mostly made of: they go into columns, in the order of their
  // times, questions by their place in the list and times as milliseconds, both as the step from the one before. (Not seconds: a fact
  // must come back as it was, or it would be another one.)
  const CORRECT = [undefined, true, false, null];
  const SETTLED = [undefined, true, false];
  const FLAGS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const FIELDS = ["at", "response", "correct", "settled", "sure", "in"];
  const isWord = (value) => typeof value === "string" && /^[^\t\n]+$/.test(value);
  const fits = (fact) => (
    isRecord(fact) && Object.keys(fact).every((field) => FIELDS.includes(field)) && isTime(fact.at, Infinity)
    && Array.isArray(fact.response) && fact.response.length > 0 && fact.response.every(isWord)
    && CORRECT.includes(fact.correct) && SETTLED.includes(fact.settled)
    && (fact.sure === undefined || /^[123]$/.test(fact.sure)) && (fact.in === undefined || isWord(fact.in))
  );
  const flag = ({ correct, settled, sure }) => (
    FLAGS[CORRECT.indexOf(correct) + 4 * (SETTLED.indexOf(settled) + 3 * Number(sure || 0))]
  );
  const unflag = (character) => {
    const n = FLAGS.indexOf(character);
    const [correct, settled, sure] = [CORRECT[n % 4], SETTLED[Math.floor(n / 4) % 3], Math.floor(n / 12)];
    return {
      ...(correct !== undefined && { correct }), ...(settled !== undefined && { settled }),
      ...(sure > 0 && { sure: String(sure) }),
    };
  };

  // What doesn't fit into columns stays as it is, but for what costs most: names and times.
  const [NAME, TIME, TEXT] = ["#", "@", "'"];
  const mapped = (value, change) => {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map((part) => mapped(part, change));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [change(key), mapped(part, change)]));
  };
  const shortened = (value, words, start) => mapped(value, (text) => {
    const place = words.indexOf(text);
    if (place >= 0) return NAME + place.toString(36);
    if (isTime(text, Infinity)) return TIME + (Date.parse(text) - start).toString(36);
    return [NAME, TIME, TEXT].includes(text[0]) ? TEXT + text : text;
  });
  const lengthened = (value, words, start) => mapped(value, (text) => {
    if (text[0] === NAME) return words[parseInt(text.slice(1), 36)];
    if (text[0] === TIME) return new Date(start + parseInt(text.slice(1), 36)).toISOString();
    return text[0] === TEXT ? text.slice(1) : text;
  });

  // A question is its lesson's once it was answered there, and not only in a quiz.
  const home = (list, name, answers) => (
    answers.some((fact) => !fact.in) ? list.find(([, names]) => names.includes(name))?.[0] : undefined
  );

  minicourse.packed = (course, list, { lessons, questions }) => {
    const names = namesOf(list);
    const columns = [];
    const rest = { __proto__: null };
    for (const [name, { answers: given, ...question }] of Object.entries(questions)) {
      const answers = Array.isArray(given) ? given : [];
      const isShort = (fact) => names.includes(name) && fits(fact);
      columns.push(...answers.filter(isShort).map((fact) => ({ place: names.indexOf(name), fact })));
      const long = answers.filter((fact) => !isShort(fact));
      if (question.lesson === home(list, name, answers)) delete question.lesson;
      if (long.length) question.answers = long;
      if (Object.keys(question).length) rest[name] = question;
    }
    columns.sort((a, b) => (a.fact.at < b.fact.at ? -1 : 1));
    const facts = columns.map(({ fact }) => fact);
    const times = facts.map(({ at }) => Date.parse(at));
    const [start = 0] = times;
    const quizzes = [...new Set(facts.map((fact) => fact.in).filter(Boolean))];
    return JSON.stringify([
      VERSION, course, digest(list), start, shortened([lessons, rest], wordsOf(list), start),
      steps(times, start), steps(columns.map(({ place }) => place), 0),
      facts.map(flag).join(""),
      facts.map(({ response }) => response.join("\t")).join("\n"),
      quizzes, facts.map((fact) => quizzes.indexOf(fact.in) + 1).join(""),
    ]);
  };

  const expanded = (list, [start, other, times, places, flags, responses, quizzes, ins]) => {
    const names = namesOf(list);
    const [lessons, questions] = lengthened(other, wordsOf(list), start);
    const given = responses.split("\n");
    let [time, place] = [start, 0];
    times.forEach((step, index) => {
      time += step;
      place += places[index];
      const fact = { at: new Date(time).toISOString(), response: given[index].split("\t"), ...unflag(flags[index]) };
      if (ins[index] !== "0") fact.in = quizzes[ins[index] - 1];
      const name = names[place] ?? refuse("not_progress");
      if (!Object.hasOwn(questions, name)) questions[name] = {};
      (questions[name].answers ??= []).push(fact);
    });
    for (const [name, question] of Object.entries(questions)) question.lesson ??= home(list, name, question.answers ?? []);
    return { lessons, questions };
  };

  // The progress in such a text; throws like `fromFile`.
  minicourse.unpacked = (course, list, text, now) => {
    const found = parsed(text);
    if (!Array.isArray(found)) refuse("not_progress");
    const [version, of, listed, ...content] = found;
    if (version > VERSION) refuse("too_new");
    if (version !== VERSION) refuse("not_progress");
    if (of !== course) refuse("other_course");
    if (listed !== digest(list)) refuse("other_version");
    try { return cleaned(expanded(list, content), now); } catch { return refuse("not_progress"); }
  };

  const through = async (bytes, transform) => {
    const chunks = [];
    let size = 0;
    for await (const chunk of iterate(new Blob([bytes]).stream().pipeThrough(transform))) {
      atMost(size += chunk.length);
      chunks.push(chunk);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  };
  // Streams can't be walked through by `for await` in every browser yet.
  async function* iterate(stream) {
    const reader = stream.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  }

  // Text to base64url of its deflated bytes, and back.
  const ALPHABET = [["+", "-"], ["/", "_"], ["=", ""]];
  minicourse.deflated = async (text) => {
    const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return ALPHABET.reduce((made, [from, to]) => made.replaceAll(from, to), btoa(binary));
  };
  minicourse.inflated = async (text) => {
    atMost(text.length);
    try {
      const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
      const bytes = Uint8Array.from(binary, (character) => character.charCodeAt());
      return new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")));
    } catch (error) {
      return refuse(error.reason || "not_progress");
    }
  };
})();
