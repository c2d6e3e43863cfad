// Putting things in order, with two buttons each.
{
  const grade = (key, response) => minicourse.gradeRows(key.map((value, index) => response[index] === value));

  const bind = (card) => {
    const list = card.fieldset.querySelector(".order");
    const items = [...list.children];
    const read = () => [...list.children].map(({ dataset }) => dataset.part);
    const drawEdges = () => {
      for (const item of items) {
        const [up, down] = item.querySelectorAll("[data-move]");
        up.disabled = !item.previousElementSibling;
        down.disabled = !item.nextElementSibling;
      }
    };

    list.addEventListener("click", ({ target }) => {
      const { move } = target.dataset;
      if (!move) return;
      const item = target.closest("li");
      if (move < 0) item.previousElementSibling.before(item);
      else item.nextElementSibling.after(item);
      item.dispatchEvent(new Event("input", { bubbles: true }));
      drawEdges();
      (target.disabled ? item.querySelector("[data-move]:enabled") : target).focus();
      const { textContent: step } = item.querySelector(".step");
      const n = [...list.children].indexOf(item) + 1;
      card.tell(minicourse.say("moved", { step, n, total: items.length }));
    });

    return {
      ...minicourse.judged(items),
      read,
      write: (response) => {
        const moved = response.map((value) => items.find(({ dataset }) => dataset.part === value));
        list.append(...(new Set(moved).size === items.length ? moved : items));
        drawEdges();
      },
    };
  };

  minicourse.kinds.ordering = { grade, bind };
}
