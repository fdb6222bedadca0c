// Keys for reading: j and k go through the items of a page, o opens one, / searches, ? tells of these.
// Pages are read without it.

const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".item")]);
const help = /** @type {HTMLDialogElement} */ (document.getElementById("help"));
let here = -1;

/** @param {number} step */
function go(step) {
  if (!items.length) return;
  items[here]?.classList.remove("here");
  here = Math.min(Math.max(here + step, 0), items.length - 1);
  items[here].classList.add("here");
  items[here].scrollIntoView({ block: "nearest" });
  /** @type {HTMLElement | null} */ (items[here].querySelector("a.open"))?.focus({ preventScroll: true });
}

/** Whether keys are text here. @param {EventTarget | null} target */
function typing(target) {
  return target instanceof HTMLElement && target.matches("input, select, textarea");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "o") {
    const link = items[here]?.querySelector("a.open");
    if (link instanceof HTMLAnchorElement) location.assign(link.href);
  } else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find")?.focus();
  } else if (event.key === "?") help.showModal();
});
