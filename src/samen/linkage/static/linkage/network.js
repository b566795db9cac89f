// Zooms, pans and walks along edges in the drawing of a network. Without this script the drawing
// scrolls in its frame, every node is a link, and the table says the same.
"use strict";
(function () {
  const frame = document.querySelector(".network-frame");
  const drawing = frame && frame.querySelector(".network");
  if (!drawing) return;
  const wide = drawing.width.baseVal.value, high = drawing.height.baseVal.value;
  const nodes = [...drawing.querySelectorAll(".node")];
  const edges = [...drawing.querySelectorAll(".edge")];
  const places = nodes.map((node) => {
    const { e, f } = node.transform.baseVal.consolidate().matrix;
    return { x: e, y: f };
  });
  const beside = nodes.map((node) => (node.dataset.beside || "").split(" ").filter(Boolean).map(Number));
  const fit = () => Math.min(1, frame.clientWidth / wide, frame.clientHeight / high || 1);
  let scale = 1, at = 0, drag = null;

  function zoom(to) {
    const next = Math.min(4, Math.max(Math.min(fit(), 0.25), to));
    const middle = { x: (frame.scrollLeft + frame.clientWidth / 2) / scale, y: (frame.scrollTop + frame.clientHeight / 2) / scale };
    scale = next;
    drawing.setAttribute("width", wide * scale);
    drawing.setAttribute("height", high * scale);
    frame.scrollLeft = middle.x * scale - frame.clientWidth / 2;
    frame.scrollTop = middle.y * scale - frame.clientHeight / 2;
  }
  const zooms = { in: () => zoom(scale * 1.25), out: () => zoom(scale / 1.25), fit: () => zoom(fit()) };
  const keys = { "+": "in", "=": "in", "-": "out", "0": "fit" };
  const turns = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  function show(number) {
    const { x, y } = places[number];
    frame.scrollLeft = x * scale - frame.clientWidth / 2;
    frame.scrollTop = y * scale - frame.clientHeight / 2;
  }
  function mark(number) {
    const near = new Set(beside[number]);
    nodes.forEach((node, n) => node.classList.toggle("is-near", near.has(n)));
    const { x, y } = places[number];
    const is = (a, b) => Math.abs(a - b) < 0.06;
    edges.forEach((edge) => edge.classList.toggle("is-near",
      (is(edge.x1.baseVal.value, x) && is(edge.y1.baseVal.value, y)) ||
      (is(edge.x2.baseVal.value, x) && is(edge.y2.baseVal.value, y))));
  }
  function walk(number) {
    nodes[at].setAttribute("tabindex", "-1");
    at = number;
    nodes[at].setAttribute("tabindex", "0");
    nodes[at].focus({ preventScroll: true });
    show(at);
  }
  // The neighbour that lies most in the direction of the key; none lies behind.
  function towards([dx, dy]) {
    let best = -1, most = 0.05;
    beside[at].forEach((n) => {
      const x = places[n].x - places[at].x, y = places[n].y - places[at].y;
      const along = (x * dx + y * dy) / (Math.hypot(x, y) || 1);
      if (along > most) { most = along; best = n; }
    });
    return best;
  }

  nodes.forEach((node, number) => {
    node.setAttribute("tabindex", number ? "-1" : "0");
    node.addEventListener("focus", () => { nodes[at].setAttribute("tabindex", "-1"); at = number; node.setAttribute("tabindex", "0"); mark(number); });
  });
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const turn = turns[event.key], is_on_node = event.target !== frame;
    if (keys[event.key]) zooms[keys[event.key]]();
    else if (turn && is_on_node) { const next = towards(turn); if (next >= 0) walk(next); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", zooms[button.dataset.zoom]));
  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0) drag = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop, moved: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const left = drag.x - event.clientX, top = drag.y - event.clientY;
    if (!drag.moved && Math.hypot(left - frame.scrollLeft, top - frame.scrollTop) < 4) return;
    drag.moved = true;
    frame.classList.add("is-dragged");
    frame.scrollLeft = left;
    frame.scrollTop = top;
  });
  window.addEventListener("pointerup", () => { setTimeout(() => { drag = null; }); frame.classList.remove("is-dragged"); });
  drawing.addEventListener("click", (event) => { if (drag && drag.moved) event.preventDefault(); }, true);
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  document.querySelector(".network-tools").hidden = false;
  show(0);
})();
