// A decision scenario: its scenes are links already. The script remembers the way, and takes the reader to each scene.
"use strict";
(() => {
  const minicourse = globalThis.minicourse;

  const enhance = (section) => {
    const { store } = minicourse;
    const { name } = section.dataset;
    const scenes = [...section.querySelectorAll(".scene")];
    let last = [];

    const follow = () => {
      const scene = scenes.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
      if (scene) {
        const done = store.question(name).done || !scene.querySelector(".decisions");
        last = scene === scenes[0] ? [scene.id] : [...last, scene.id];
        store.setQuestion(name, { last, done });
      }
      // A jump elsewhere on the page must not take the learner back to the beginning.
      if (scene || !last.length) for (const each of scenes) each.toggleAttribute("data-on", each === (scene || scenes[0]));
      scene?.querySelector("h3").focus();
    };

    section.classList.add("played");
    addEventListener("hashchange", follow);
    follow();
  };

  minicourse.kinds.scenario = { enhance };
})();
