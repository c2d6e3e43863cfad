// A decision scenario: its scenes are links already. The script remembers the way, and takes the reader to each scene.
{
  const enhance = (section) => {
    const scenes = [...section.querySelectorAll(".scene")];
    let way = [scenes[0].id]; // the scenes visited

    const addressed = () => scenes.find(({ id }) => location.hash === `#${encodeURIComponent(id)}`);
    // A jump elsewhere on the page does not take the learner back to the beginning.
    const follow = () => {
      const scene = addressed();
      if (!scene) return;
      for (const each of scenes) each.toggleAttribute("data-on", each === scene);
      way = [...(scene === scenes[0] ? [] : way), scene.id];
      minicourse.store.keep(section.dataset.name, { last: way });
      scene.firstElementChild.focus();
    };

    // Where the address names no scene, it gets the one on view before a decision is followed: so Back leads there.
    section.addEventListener("click", ({ target }) => {
      if (target.closest("a") && !addressed()) history.replaceState(null, "", `#${way.at(-1)}`);
    });
    section.classList.add("played");
    scenes[0].dataset.on = "";
    addEventListener("hashchange", follow);
    follow();
  };

  minicourse.kinds.scenario = { enhance };
}
