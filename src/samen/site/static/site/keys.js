// Keys for everywhere. Each key only presses a link or a button that is on the page.
// A room adds its own with data-key="x" on a link or button, and names it in keys_list.html.
"use strict";
(function () {
  const WAIT_MS = 1500;
  let waiting = 0;

  function writing(element) {
    if (/^(radio|checkbox|button|submit)$/.test(element.type)) return false;
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  // The button of the group that a field stands in, else the main button of its form.
  function buttonOf(field) {
    const group = field.closest("fieldset");
    const own = group && group.querySelector("button:not([type=button])");
    const main = field.form && field.form.querySelector(".button--primary:not([type=button])");
    return own || main || (field.form && field.form.querySelector("button:not([type=button])"));
  }

  // In a field: Ctrl+Enter sends its form, Escape leaves it. Enter on a choice presses the
  // button of its group: the browser itself would press the first button of the form.
  function inField(event) {
    const field = event.target;
    const button = buttonOf(field);
    const isChoice = field.type === "radio" && button && button.closest("fieldset");
    if (event.key === "Escape") field.blur();
    if (event.key !== "Enter" || !button) return;
    if (!(event.ctrlKey || event.metaKey || isChoice)) return;
    event.preventDefault();
    button.click();
  }

  function openKeys(event) {
    const dialog = document.getElementById("toetsen");
    if (!dialog || typeof dialog.showModal !== "function") return;
    event.preventDefault();
    dialog.showModal();
  }

  function press(selector, event) {
    const found = Array.from(document.querySelectorAll(selector)).find(function (element) {
      return !element.disabled && element.getAttribute("aria-disabled") !== "true";
    });
    if (!found) return false;
    event.preventDefault();
    found.click();
    return true;
  }

  function search(event) {
    const box = document.querySelector("[data-search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  }

  document.addEventListener("keydown", function (event) {
    if (event.target.matches("input, textarea, select")) inField(event);
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key;
    if (waiting && Date.now() - waiting < WAIT_MS && /^[a-z]$/i.test(key)) {
      waiting = 0;
      press('[data-goto="' + key.toLowerCase() + '"]', event);
      return;
    }
    waiting = key === "g" ? Date.now() : 0;
    if (key === "/") search(event);
    else if (key === "?") openKeys(event);
    else if (key !== "g" && /^[a-z0-9]$/i.test(key)) press('[data-key="' + key.toLowerCase() + '"]', event);
  });

  document.addEventListener("click", function (event) {
    const opener = event.target.closest("[data-keys-open]");
    if (opener) openKeys(event);
    const print = event.target.closest("[data-print]");
    if (print) window.print();
  });
})();
