// Runs scripts as a page does, and calls what is pure in them: { scripts, calls } on stdin, what each call gives on
// stdout. A call is the path of a function below `minicourse` and what it is called with: ["schedule.plan", [facts]].
// "@rank" stands for a function that gives a number for a text, as the store's does.
"use strict";
const { scripts, calls } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
for (const script of scripts) require("node:vm").runInThisContext(script);
const rank = (text) => [...text].reduce((hash, character) => (hash * 31 + character.charCodeAt()) % 65521, 7);
const called = ([path, ...given]) => path.split(".").reduce((found, name) => found[name], globalThis.minicourse)(
  ...given.map((value) => (value === "@rank" ? rank : value)),
);
process.stdout.write(JSON.stringify(calls.map(called)));
