// Writing: gaps in a text, a short answer, a number. Answers are compared as in Python, step by step
// (src/minicourse/model/questions/answers.py).
{
  const folded = (text) => text
    .replace(/[‘-‛′ʼ´`]/g, "'").replace(/[“-‟″«»]/g, '"').replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    // Arabic, Persian and Devanagari digits: the last begin at 0x966.
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => (digit.charCodeAt() - (digit > "\u0900") * 6) % 16)
    .normalize("NFKD").replace(/[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]/g, "").toLowerCase().toUpperCase()
    .replace(/[\u05be‐-―−]/g, "-").replace(/[ \t\r\n]+/g, " ").replace(/^ |[ .。।۔]+$/g, "");

  const fits = (written, pattern) => {
    const text = folded(written);
    const [first, ...pieces] = pattern.split("*").map(folded);
    if (!text.startsWith(first)) return false;
    let rest = text.slice(first.length);
    const last = pieces.pop();
    for (const piece of pieces) {
      const at = rest.indexOf(piece);
      if (at < 0) return false;
      rest = rest.slice(at + piece.length);
    }
    return text !== "" && (last === undefined ? !rest : rest.endsWith(last));
  };

  // One slip: a character too many, too few, another, or two changed over.
  const nearlyFits = (written, pattern) => {
    const [one, other] = [written, pattern].map((text) => [...folded(text)]);
    if (/[*\d]/.test(pattern + other.join("")) || other.length < 4 || one.join("") === other.join("")) return false;
    const at = [...one, ""].findIndex((character, place) => character !== other[place]);
    const rest = (list, skip) => list.slice(at + skip).join("");
    return rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1) ||
      (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2));
  };

  // The numbers that a text may mean: none when it is no number, two for "1,000".
  const readings = (written, unitWritten) => {
    let text = folded(written.replaceAll("\u066b", ".").replaceAll("\u066c", ""));
    const unit = folded(unitWritten);
    if (unit && text.endsWith(unit)) text = text.slice(0, -unit.length);
    text = text.replace(/[ ']/g, "");
    const found = [];
    if (/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(text)) found.push(text.replace(",", "."));
    const [, divider] = text.match(/^[+-]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/) || [];
    if (divider) found.push(text.replaceAll(divider, "").replace(",", "."));
    return found.map(Number);
  };

  const accepts = (gap, text) => {
    if (gap.pick) return text === gap.pick;
    if (gap.text) return gap.text.some((pattern) => fits(text, pattern));
    return readings(text, gap.unit).some((number) => gap.low <= number && number <= gap.high);
  };

  const grade = (key, response) => {
    const near = [];
    const rights = key.map((gap, index) => {
      const text = response[index] || "";
      const right = accepts(gap, text);
      if (!right && gap.text?.some((pattern) => nearlyFits(text, pattern))) near.push(String(index + 1));
      return right;
    });
    return minicourse.gradeRows(rights, near);
  };

  // One field; the key goes on with wrong answers that were foreseen.
  const gradeAlone = ([gap, ...foreseen], response) => {
    const graded = grade([gap], response);
    const met = graded.correct ? -1 : foreseen.findIndex((wrong) => accepts(wrong, response[0] || ""));
    if (met >= 0) graded.feedback.push(String(met + 2));
    return graded;
  };

  const bind = ({ kind, key, fieldset }) => {
    const control = minicourse.parts({ fieldset });
    const notes = fieldset.querySelector(".notes");
    return {
      ...control,
      problem: (response) => {
        const odd = control.parts.filter((_, i) => key[i].low !== undefined && !readings(response[i], key[i].unit).length);
        return control.problem() || (odd.length ? ["not_a_number", odd] : null);
      },
      // What is said of a gap stands below the text, under the gap's number.
      marks: (response, graded, settled) => {
        notes.replaceChildren();
        return control.marks(response, graded, settled).map((mark) => {
          const box = minicourse.make("li", "");
          box.value = mark.value;
          box.dataset.mark = mark.mark;
          notes.append(box);
          return { ...mark, box, feedback: (kind !== "gaps" && graded.feedback[1]) || mark.feedback };
        });
      },
    };
  };

  minicourse.kinds.gaps = { grade, bind };
  minicourse.kinds.short = minicourse.kinds.number = { grade: gradeAlone, bind };
}
