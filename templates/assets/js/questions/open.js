// Open responses and surveys: nothing is right or wrong, and all that is written is kept.
{
  const bind = (card) => {
    const { kind, form, fieldset, answer, keep } = card;
    const text = fieldset.querySelector("textarea");
    const boxes = [...form.querySelectorAll(":scope > fieldset > .choice input, :scope > .answer > .checks input")];
    const most = Number(form.dataset.choose) || 1;
    const { parts, ...scale } = minicourse.parts({ fieldset });
    const read = () => [
      ...(text ? [text.value.trim()] : []),
      ...boxes.filter(({ checked }) => checked).map(({ value }) => value),
    ];
    const control = text || boxes.length ? {
      read,
      write: (response) => {
        form.classList.remove("done");
        if (text) text.value = response[0] || "";
        for (const box of boxes) box.checked = response.includes(box.value, text ? 1 : 0);
      },
      problem: ([first, ...more]) => {
        const where = [text || (most > 1 ? parts[0] : fieldset)];
        if (!first) return [text ? "empty_text" : "empty_choice", where];
        return !text && more.length >= most ? ["choose_up_to", where, { n: most }] : null;
      },
    } : scale;

    // Kept as it stands with each change, not only when a button is pressed.
    form.addEventListener("input", () => keep({ last: control.read() }));
    return {
      ...control,
      // The model answer stands below the text, not in place of it: the learner compares.
      done: () => {
        card.tell("", minicourse.say(`said_${kind}`));
        form.classList.add("done");
        if (answer) answer.open = true;
      },
    };
  };

  for (const kind of ["open", "survey"]) minicourse.kinds[kind] = { bind };
}
