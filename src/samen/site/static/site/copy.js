// A button that copies the text it names (data-copy) and says so (data-done).
// Without scripts, or where the browser has no clipboard, the text can be copied by hand.
"use strict";
(function () {
  if (!navigator.clipboard) return;
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        button.textContent = button.dataset.done;
      });
    });
  });
})();
