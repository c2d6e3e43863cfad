// Matching, and judging on a scale: each row takes one of the targets.
{
  const grade = (key, response) => minicourse.gradeRows(key.map((value, index) => response[index] === value));
  for (const kind of ["matching", "matrix"]) minicourse.kinds[kind] = { grade, bind: (card) => minicourse.parts(card, true) };
}
