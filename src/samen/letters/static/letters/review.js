// Opens the letter at the candidate in hand, with the candidate in sight beside or above it.
// Without this script the address does it: ?k=5#k5 leads to the words in the letter.
window.addEventListener("load", () => {
  const mark = document.querySelector(".review-letter .is-current");
  const hand = document.getElementById("kop-hand");
  if (!mark || !hand) return;
  const letter = mark.closest(".review-letter");
  const above = mark.getBoundingClientRect().top - letter.getBoundingClientRect().top;
  letter.scrollTop += above - letter.clientHeight / 3;
  const found = location.hash === "#samen" && document.getElementById("samen");
  if (found) return found.scrollIntoView();
  if (!location.search && !location.hash) return; // nothing was asked for: the page opens at its top
  const { top } = hand.getBoundingClientRect();
  if (top < 0 || top > window.innerHeight / 2) hand.scrollIntoView();
});
