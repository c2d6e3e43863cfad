// The notice that there is a newer version of the course. Nothing reloads by itself: a learner may be writing.
"use strict";
(() => {
  const { say, tools } = minicourse;
  let notice;

  tools.update = (change) => {
    notice?.remove();
    const made = (word, className, act) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = className;
      button.textContent = say(word);
      button.addEventListener("click", act);
      return button;
    };
    notice = document.createElement("div");
    notice.className = "update";
    notice.setAttribute("role", "status");
    document.querySelector(".bar").after(notice);
    // A region says what is put into it, not what it comes with.
    setTimeout(() => {
      const text = document.createElement("p");
      text.textContent = say("newer");
      notice.append(text, made("reload", "button", change), made("later", "plain", () => notice.remove()));
    }, 100);
  };
})();
