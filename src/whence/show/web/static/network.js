// The network beside its table: drawn from the page's JSON, laid out the same way every time.

import cytoscape from "./vendor/cytoscape.mjs";

/** @typedef {{ id: string, name: string }} Node */
/** @typedef {{ actor_id: string, recipient_id: string, events: number, denied: number }} Tie */

// The library would add a style of its own, which the page's policy refuses: it is in whence.css.
const styled = document.createElement("meta");
styled.id = "__________cytoscape_stylesheet";
document.head.append(styled);

const canvas = /** @type {HTMLElement} */ (document.getElementById("network"));
const style = getComputedStyle(document.documentElement);
/** @param {string} name */
const colour = (name) => style.getPropertyValue(name).trim();

const answer = await fetch(canvas.dataset.source ?? "");
const data = /** @type {{ nodes: Node[], ties: Tie[] }} */ (await answer.json());
if (data.ties.length) {
  canvas.hidden = false;
  const most = Math.max(...data.ties.map((tie) => tie.events));
  const graph = cytoscape({
    container: canvas,
    elements: [
      ...data.nodes.map((node) => ({ data: { id: node.id, label: node.name } })),
      ...data.ties.map((tie) => ({
        data: {
          source: tie.actor_id,
          target: tie.recipient_id,
          label: String(tie.events),
          width: 1 + (4 * tie.events) / most,
          line: tie.denied ? "dashed" : "solid",
        },
      })),
    ],
    style: [
      {
        selector: "node",
        style: {
          label: "data(label)", color: colour("--ink"), "background-color": colour("--link"),
          "font-size": 11, width: 14, height: 14, "text-wrap": "ellipsis", "text-max-width": "120px",
          "text-outline-color": colour("--raised"), "text-outline-width": 2,
        },
      },
      {
        selector: "edge",
        style: {
          width: "data(width)", "line-style": "data(line)", "line-color": colour("--soft"),
          "target-arrow-color": colour("--soft"), "target-arrow-shape": "triangle", "curve-style": "bezier",
          label: "data(label)", color: colour("--soft"), "font-size": 9,
        },
      },
    ],
    layout: { name: "cose", randomize: false, animate: false, nodeDimensionsIncludeLabels: true },
  });
  graph.on("tap", "node", (/** @type {any} */ event) => location.assign(`/actor/${event.target.id()}`));
  graph.on("tap", "edge", (/** @type {any} */ event) =>
    location.assign(`/stories?actor=${event.target.data("source")}&recipient=${event.target.data("target")}`),
  );
}
