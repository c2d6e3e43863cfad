// Runs a page's scripts as the page does, and calls them: { scripts, calls } on stdin, what each call gives on stdout.
// A call is the name of a pure function and what it is called with: ["grade", "choice", ["2"], ["1"]].
"use strict";
const { scripts, calls } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
for (const script of scripts) require("node:vm").runInThisContext(script);
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => globalThis.minicourse[name](...given))));
