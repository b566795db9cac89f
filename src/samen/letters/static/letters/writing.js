// Puts a field's markup at the cursor. Without this script the markup can be typed or copied.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  const box = document.getElementById("deel-tekst");
  if (!button || !box) return;
  box.setRangeText(button.dataset.insert, box.selectionStart, box.selectionEnd, "end");
  box.focus();
  box.dispatchEvent(new Event("input", { bubbles: true }));
});
window.addEventListener("beforeunload", (event) => {
  const box = document.getElementById("deel-tekst");
  if (box && box.value !== box.defaultValue && !box.form.dataset.sent) event.preventDefault();
});
document.addEventListener("submit", (event) => { event.target.dataset.sent = "yes"; });
