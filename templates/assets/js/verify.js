// The page that checks a certificate: what its link states, and whether its code belongs to that.
"use strict";
(() => {
  const { minicourse } = globalThis;
  const { say, opened, sameCode, dayIn, lengthIn } = minicourse;
  const root = document.documentElement;
  const main = document.querySelector(".verify");
  const today = main.dataset.version;
  const finding = main.querySelector(".finding");
  const stated = main.querySelector(".stated");
  const [codeForm, linkForm] = ["code", "link"].map((name) => main.querySelector(`[data-form="${name}"]`));
  const codeSaid = codeForm.querySelector(".code-said");
  const fact = (name) => stated.querySelector(`[data-fact="${name}"]`);
  const title = fact("course").textContent;
  const number = (value) => new Intl.NumberFormat(root.lang).format(value);
  let found = null;

  const paragraph = (text, className = "") => {
    const element = document.createElement("p");
    element.textContent = text;
    element.className = className;
    return element;
  };
  // The mark is an icon; the words say the same.
  const say2 = (mark, name, values) => {
    finding.dataset.mark = mark;
    finding.replaceChildren(paragraph(say(name), "verdict"), paragraph(say(`${name}_more`, values)));
  };

  const versionNote = (version) => {
    if (version === today) return "";
    if (!version) return say("verify_versionless", { today });
    return say(today ? "verify_version" : "verify_now_versionless", { version, today });
  };

  // What this course knows by name has its title; what it no longer has, only that name.
  const drawLines = (name, rows) => {
    const list = fact(name);
    for (const line of list.querySelectorAll("[data-gone]")) line.remove();
    const lines = [...list.children];
    for (const line of lines) line.hidden = true;
    for (const [key, ...values] of rows) {
      let line = lines.find(({ dataset }) => dataset.name === key);
      if (!line) {
        line = document.createElement("li");
        line.dataset.gone = "";
        line.append(document.createElement("span"), " ", document.createElement("b"));
        line.firstChild.textContent = key;
        list.append(line);
      }
      line.hidden = false;
      const [n, total] = values.map(number);
      line.lastElementChild.textContent = say(total === undefined ? "percent" : "n_of_total", { n, total });
    }
    list.hidden = !rows.length;
    if (list.previousElementSibling.tagName === "H3") list.previousElementSibling.hidden = !rows.length;
  };

  const drawStatement = ({ course, version, name, date, minutes, tests, results }, code) => {
    fact("name").textContent = name;
    fact("course").textContent = course === root.dataset.course ? title : course;
    fact("version").textContent = version || "–";
    fact("date").textContent = dayIn(root.lang, date);
    fact("length").textContent = lengthIn(root.lang, minutes);
    fact("code").textContent = code;
    drawLines("tests", tests);
    drawLines("results", results);
  };

  const draw = (link) => {
    found = opened(link);
    stated.hidden = !found;
    codeSaid.textContent = "";
    if (!found) return say2("wrong", "verify_broken");
    const { statement, code, fits } = found;
    drawStatement(statement, code);
    if (statement.course !== root.dataset.course) return say2("wrong", "verify_other", { course: statement.course });
    say2(fits ? "right" : "wrong", fits ? "verify_fits" : "verify_changed");
    const note = versionNote(statement.version);
    if (note) finding.append(paragraph(note, "note"));
    return undefined;
  };

  const onLink = () => {
    if (location.hash.includes(".")) draw(location.hash);
  };
  linkForm.addEventListener("submit", (event) => {
    event.preventDefault();
    draw(linkForm.querySelector("input").value);
  });
  codeForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = codeForm.querySelector("input").value.trim();
    const same = Boolean(typed) && sameCode(typed, found.code);
    codeSaid.dataset.mark = same ? "right" : "wrong";
    codeSaid.textContent = say(!typed ? "code_missing" : same ? "code_same" : "code_other");
  });
  addEventListener("hashchange", onLink);
  onLink();
})();
