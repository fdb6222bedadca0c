// Choosing a span of time by drawing over the bars. Without it each bar is a link to its own span.

for (const brush of document.querySelectorAll(".brush")) {
  const bars = [.../** @type {NodeListOf<SVGAElement>} */ (/** @type {unknown} */ (brush.querySelectorAll("a")))];
  /** @type {number | null} */
  let begun = null;

  /** The bar under a pointer, or the nearest one. @param {PointerEvent} event */
  const at = (event) => {
    const index = bars.findIndex((bar) => event.clientX < bar.getBoundingClientRect().right);
    return index < 0 ? bars.length - 1 : index;
  };
  /** @param {number} a @param {number} b */
  const mark = (a, b) => {
    bars.forEach((bar, n) => bar.classList.toggle("chosen", n >= Math.min(a, b) && n <= Math.max(a, b)));
  };

  brush.addEventListener("dragstart", (event) => event.preventDefault());
  brush.addEventListener("pointerdown", (event) => {
    const pointer = /** @type {PointerEvent} */ (event);
    if (pointer.button === 0) begun = at(pointer);
  });
  brush.addEventListener("pointermove", (event) => {
    if (begun !== null) mark(begun, at(/** @type {PointerEvent} */ (event)));
  });
  document.addEventListener("pointerup", (event) => {
    if (begun === null) return;
    const [low, high] = [begun, at(event)].sort((a, b) => a - b);
    begun = null;
    if (low === high) return; // a click, which follows the link
    const address = new URL(location.href);
    address.searchParams.set("from", bars[low].dataset.from ?? "");
    address.searchParams.set("to", bars[high].dataset.to ?? "");
    location.assign(address);
  });
}
