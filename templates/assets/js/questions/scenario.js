// A decision scenario: its scenes are links already. The script remembers the way, and takes the reader to each scene.
"use strict";
(() => {
  const minicourse = globalThis.minicourse;

  const enhance = (section) => {
    const { store } = minicourse;
    const { name } = section.dataset;
    const scenes = [...section.querySelectorAll(".scene")];
    let way; // the scenes visited

    const follow = () => {
      // Back to an address without a scene, as it was before the first decision, is back to the beginning.
      const at = location.hash.slice(1) || (way && scenes[0].id);
      const scene = scenes.find(({ id }) => [id, encodeURIComponent(id)].includes(at));
      // A jump elsewhere on the page must not take the learner back to the beginning.
      if (scene || !way) for (const each of scenes) each.toggleAttribute("data-on", each === (scene || scenes[0]));
      if (!scene) return;
      way = scene === scenes[0] ? [scene.id] : [...(way || [scenes[0].id]), scene.id];
      const done = store.question(name).done || !scene.querySelector(".decisions");
      store.setQuestion(name, { last: way, done });
      scene.querySelector("h3").focus();
    };

    section.classList.add("played");
    addEventListener("hashchange", follow);
    follow();
  };

  minicourse.kinds.scenario = { enhance };
})();
