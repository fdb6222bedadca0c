// Zooming and moving the map: a drawing that is whole without it.

const map = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.getElementById("map")));
const view = { x: 0, y: 0, width: 360 };

function show() {
  view.width = Math.min(Math.max(view.width, 6), 360);
  view.x = Math.min(Math.max(view.x, 0), 360 - view.width);
  view.y = Math.min(Math.max(view.y, 0), 180 - view.width / 2);
  map.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.width / 2}`);
  for (const circle of map.querySelectorAll("circle")) {
    const whole = Number(circle.dataset.r ?? circle.getAttribute("r"));
    circle.dataset.r = String(whole);
    circle.setAttribute("r", String(whole * Math.sqrt(view.width / 360)));
  }
}

/** @param {MouseEvent} event */
function place(event) {
  const box = map.getBoundingClientRect();
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}

map.addEventListener("wheel", (event) => {
  event.preventDefault();
  const at = place(event);
  const width = Math.min(Math.max(view.width * (event.deltaY > 0 ? 1.25 : 0.8), 6), 360);
  view.x += (view.width - width) * at.x;
  view.y += ((view.width - width) / 2) * at.y;
  view.width = width;
  show();
}, { passive: false });

/** @type {{ x: number, y: number } | null} */
let held = null;
map.addEventListener("pointerdown", (event) => (held = place(event)));
map.addEventListener("pointermove", (event) => {
  if (!held || !event.buttons) return;
  const at = place(event);
  view.x -= (at.x - held.x) * view.width;
  view.y -= (at.y - held.y) * (view.width / 2);
  held = at;
  show();
});
map.addEventListener("pointerup", () => (held = null));
