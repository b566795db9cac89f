// A security key that gives no answer is told on the page; the sign-in package only writes it
// to the browser's own log.
document.addEventListener("allauth.error", (event) => {
  const told = document.getElementById("key-failed");
  event.preventDefault();
  told.hidden = true;
  requestAnimationFrame(() => { told.hidden = false; });
});
