// A box that narrows a long list (data-filter names it) to the lines with all its words.
// Without scripts the box stays hidden and the whole list is there.
"use strict";
(function () {
  document.querySelectorAll("[data-filter]").forEach(function (field) {
    const list = document.getElementById(field.dataset.filter);
    const box = field.querySelector("input");
    if (!list || !box) return;
    field.hidden = false;
    box.addEventListener("input", function () {
      const asked = box.value.toLowerCase().split(/\s+/);
      list.querySelectorAll("li").forEach(function (line) {
        const words = line.textContent.toLowerCase();
        line.hidden = !asked.every(function (word) { return words.includes(word); });
      });
      list.querySelectorAll("section").forEach(function (part) {
        part.hidden = !part.querySelector("li:not([hidden])");
      });
      field.querySelector("output").textContent = list.querySelectorAll("li:not([hidden])").length;
    });
    // Enter would send the form in which the box stands.
    box.addEventListener("keydown", function (event) {
      if (event.key === "Enter") event.preventDefault();
    });
  });
})();
