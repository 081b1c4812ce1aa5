/**
 * The page of the frame kit: the element alone in a document of its own, under our own policy. The address says how it looks
 * (`?lang=fr&theme=dark&view=table`) and what the study is asked (`#objective=…`, as on our page). The page around it is told
 * counts and a height, over a port that is opened once.
 */
import "./element.js";
import { readHash } from "../page/state/hash.js";
import { WIRE, isHello, wishOf } from "./wire.js";

/** @import { SillageApp } from "./sillage-app.js" */

/** Attributes that an address may set. `worker-src` is not one: it names a script; nor is what would give results away. */
const ASKED = ["lang", "theme", "view", "sections", "demo", "readonly", "max-file-size"];
/** Events that the page around is told, by their names on the wire. */
const TOLD = ["ready", "progress", "result", "error", "export", "select"];

const app = /** @type {SillageApp} */ (/** @type {unknown} */ (document.querySelector("sillage-app")));
const root = document.documentElement;

const query = new URLSearchParams(location.search);
for (const name of ASKED) {
  const value = query.get(name);
  if (value !== null) app.setAttribute(name, value.slice(0, 200));
}
const { lang, theme, settings } = readHash(location.hash);
if (lang && !query.has("lang")) app.lang = lang;
if (theme && !query.has("theme")) app.theme = theme;
app.settings = settings;
// Our own policy holds in this document, and no script of anybody else's.
app.sealed = true;
follow();

/** The document itself goes with the element: its canvas would show below a short one. */
function follow() {
  root.dataset["theme"] = app.theme;
  root.lang = app.desk.state.lang;
}
app.desk.addEventListener("change", follow);
new MutationObserver(follow).observe(app, { attributes: true, attributeFilter: ["theme", "lang"] });

// What is dropped beside the element would take its place.
for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());

/** @type {MessagePort | null} */
let port = null;

/** @param {MessagePort} opened */
function speak(opened) {
  port = opened;
  const tell = (/** @type {Record<string, unknown>} */ message) => opened.postMessage({ v: WIRE, ...message });
  opened.onmessage = ({ data }) => {
    const wish = wishOf(data);
    if (wish?.lang) app.lang = wish.lang;
    if (wish?.theme) app.theme = wish.theme;
  };
  for (const name of TOLD) {
    app.addEventListener(`sillage-${name}`, (event) => tell({ type: `sillage:${name}`, detail: { .../** @type {CustomEvent} */ (event).detail } }));
  }
  let last = 0;
  const size = () => {
    const height = Math.ceil(app.getBoundingClientRect().height);
    if (height !== last) tell({ type: "sillage:resize", height });
    last = height;
  };
  const { engine } = app.desk.state;
  tell({ type: "sillage:hello", engine });
  size();
  new ResizeObserver(size).observe(app);
}

addEventListener("message", (event) => {
  const [opened] = event.ports;
  if (port || !opened || event.source !== parent || parent === window || !isHello(event.data)) return;
  speak(opened);
});
// Whoever is around may open the wire now. Nothing but the fact that this frame is here is said to just anybody.
if (parent !== window) parent.postMessage({ type: "sillage:here", v: WIRE }, "*");
