// Runs a page's scripts as the page does, and calls them for as long as it is asked, a line each: first the scripts, then
// lists of calls, each the name of a function and what it is called with: ["merge", {}, {}].
"use strict";
let ready = false;
const call = ([name, ...given]) => globalThis.minicourse[name](...given);
const answer = async (calls) => {
  try { return { given: await Promise.all(calls.map(call)) }; } catch (error) { return { error: error.stack, reason: error.reason }; }
};
require("node:readline").createInterface({ input: process.stdin }).on("line", async (line) => {
  const given = JSON.parse(line);
  if (ready) return process.stdout.write(`${JSON.stringify(await answer(given))}\n`);
  for (const script of given) require("node:vm").runInThisContext(script);
  ready = true;
});
