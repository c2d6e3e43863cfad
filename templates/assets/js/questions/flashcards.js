// Cards to turn over: each is a fold of the page; the learner says which they knew.
{
  const enhance = (form) => {
    const { say, store } = minicourse;
    const { name } = form.dataset;
    const cards = [...form.querySelectorAll(":scope > .cards > li")];
    const [output, only] = ["output", ".actions > button"].map((selector) => form.querySelector(`:scope > ${selector}`));
    // Of each card, whether it was known when it was turned over last: "1" or "0".
    const known = () => Object.fromEntries(store.question(name).answers.map(({ card, knew }) => [card, knew]));
    const isKnown = ({ dataset }) => known()[dataset.part] === "1";

    const draw = () => {
      for (const card of cards) {
        for (const button of card.querySelectorAll("[data-knew]")) {
          button.setAttribute("aria-pressed", button.dataset.knew === known()[card.dataset.part]);
        }
      }
      if (cards.every(isKnown)) for (const card of cards) card.hidden = false;
      only.hidden = !cards.some(isKnown) || cards.every(isKnown);
    };
    const turnTo = (card) => card?.querySelector("summary").focus();

    form.addEventListener("click", ({ target }) => {
      const { knew } = target.dataset;
      if (target === only) {
        for (const card of cards) card.hidden = isKnown(card);
        turnTo(cards.find(({ hidden }) => !hidden));
      }
      if (!knew) return;
      const card = target.closest("li");
      store.answer(name, form.closest("[data-digest]").dataset.key, { card: card.dataset.part, knew });
      output.textContent = say("known", { n: cards.filter(isKnown).length, total: cards.length });
      card.querySelector("details").open = false;
      turnTo(cards.slice(cards.indexOf(card) + 1).find(({ hidden }) => !hidden) || card);
    });
    document.addEventListener("minicourse:change", draw);
    draw();
  };

  minicourse.kinds.flashcards = { enhance };
}
