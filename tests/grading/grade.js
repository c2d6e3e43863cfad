// Runs a page's script as the page does, and grades with it: { script, cases } on stdin, the grades on stdout.
"use strict";
const { script, cases } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
require("node:vm").runInThisContext(script);
const grades = cases.map(({ kind, key, response }) => globalThis.minicourse.grade(kind, key, response));
process.stdout.write(JSON.stringify(grades));
