// Choosing: one or several, from a list or on a picture.
{
  // Each right choice earns its share, each wrong one loses as much; with one right choice that is all or nothing.
  const grade = (key, response) => {
    const feedback = [...new Set(response)].sort((a, b) => a - b);
    const hits = feedback.filter((value) => key.includes(value)).length;
    const score = key.length ? Math.max(0, 2 * hits - feedback.length) / key.length : 0;
    return { score, correct: hits === key.length && feedback.length === hits, feedback, near: [] };
  };

  const bind = ({ form, fieldset, key }) => {
    const { say } = minicourse;
    const choices = [...fieldset.querySelectorAll(":scope > .choice")];
    const inputOf = (choice) => choice.querySelector("input");
    const valueOf = (choice) => choice.dataset.part;
    const single = inputOf(choices[0]).type === "radio";
    const wanted = Number(form.dataset.choose);
    const taken = () => choices.filter((choice) => inputOf(choice).checked);

    if ("shuffle" in form.dataset) {
      // In a random order, always the same for a learner; "none of these" and the like keep their places.
      const stays = (choice) => (form.dataset.fixed || "").split(" ").includes(valueOf(choice));
      const rank = (choice) => minicourse.store.rank(`${valueOf(choice)} ${form.dataset.name}`);
      const loose = choices.filter((choice) => !stays(choice)).sort((a, b) => rank(a) - rank(b));
      fieldset.append(...choices.map((choice) => (stays(choice) ? choice : loose.shift())));
    }
    // On a picture, pointing is choosing.
    const spots = [...fieldset.querySelectorAll("[data-spot]")];
    const drawSpots = () => spots.forEach((spot, index) => spot.toggleAttribute("data-on", inputOf(choices[index]).checked));
    spots.forEach((spot, index) => spot.addEventListener("click", () => inputOf(choices[index]).click()));
    fieldset.addEventListener("input", drawSpots);

    return {
      read: () => taken().map(valueOf),
      write: (response) => {
        for (const choice of choices) inputOf(choice).checked = response.includes(valueOf(choice));
        drawSpots();
      },
      problem: ({ length }) => {
        const where = single ? [fieldset] : [...fieldset.querySelectorAll(".choice")];
        if (!length) return [single ? "empty_choice" : "empty_multiple", where];
        return wanted && length !== wanted ? ["choose_exactly", where, { n: wanted, chosen: length }] : null;
      },
      marks: (chosen, { correct }, settled) => choices.flatMap((part) => {
        const value = valueOf(part);
        const right = key.includes(value);
        const mark = right ? "right" : "wrong";
        if (chosen.includes(value)) return { part, value, mark, word: say(correct ? "correct" : single && !settled ? mark : `is_${mark}`) };
        return settled && right ? { part, value, mark: "missed", word: say(single ? "missed" : "also") } : [];
      }),
      hint: (chosen) => chosen.every((value) => key.includes(value)) && say("more_to_find"),
      said: () => say("said_choice", {
        choices: taken().map((choice) => choice.querySelector("label").lastChild.textContent.trim()).join(say("comma")),
      }),
      again: () => {
        const [last] = taken();
        if (single && last) inputOf(last).checked = false;
        drawSpots();
        return last;
      },
    };
  };

  for (const kind of ["choice", "multiple", "hotspot"]) minicourse.kinds[kind] = { grade, bind };
}
