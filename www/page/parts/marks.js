import { html, svg } from "lit";

/** Paths of the icons, drawn on a 20 × 20 grid. */
const ICONS = {
  undo: "M8 5 4 9l4 4M4 9h8a4 4 0 0 1 0 8H9",
  redo: "m12 5 4 4-4 4m4-4H8a4 4 0 0 0 0 8h3",
  help: "M7.5 7.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.4 1-1.4 2.1m0 2.9v.1M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z",
  erase: "M4 6h12M8 6V4h4v2m-6.5 0 .7 10h7.6l.7-10",
  close: "m5 5 10 10M15 5 5 15",
  plus: "M10 4.5v11M4.5 10h11",
  up: "M10 16V4m-5 5 5-5 5 5",
  down: "M10 4v12m-5-5 5 5 5-5",
  star: "m10 2.8 2.2 4.7 5.1.6-3.8 3.5 1 5.1L10 14.2l-4.5 2.5 1-5.1L2.7 8.1l5.1-.6Z",
  folder: "M2.5 5.5v10h15v-8h-8l-2-2h-5Z",
  back: "M12 4 6 10l6 6",
  search: "m17 17-4-4m1.5-4a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z",
  file: "M11 2H5v16h10V6l-4-4Zm0 0v4h4M7.5 10h5m-5 3.5h5",
  download: "M10 3v9m-4-3.5 4 4 4-4M4 16.5h12",
  "theme-auto": "M10 2.5v15M10 17.5a7.5 7.5 0 0 0 0-15 7.5 7.5 0 0 0 0 15Zm2-12.5 3.2 3.6M12 9l4.6 4.4M12 13l2.2 2.4",
  "theme-light": "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.6M10 16.4V18M2 10h1.6m12.8 0H18M4.3 4.3l1.2 1.2m9 9 1.2 1.2m0-11.4-1.2 1.2m-9 9-1.2 1.2",
  "theme-dark": "M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z",
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d=${ICONS[name]}></path></svg>`;
}

/**
 * The wake: what a hull leaves behind it. The one ornament of the page.
 * @param {"mark" | "large"} [size]
 */
export function wake(size = "large") {
  if (size === "mark") {
    return html`<svg class="wake mark" viewBox="0 0 40 28" aria-hidden="true" focusable="false">
      ${MARK.map((d) => svg`<path d=${d}></path>`)}<circle cx="35" cy="14" r="2.4"></circle></svg>`;
  }
  return html`<svg class="wake" viewBox="0 0 1200 420" preserveAspectRatio="xMaxYMid slice" aria-hidden="true"
    focusable="false">${LARGE.map(({ d, level }) => svg`<path class=${`l${level}`} d=${d}></path>`)}
    <circle cx="1112" cy="210" r="5"></circle></svg>`;
}

const MARK = ["M33 12.6C23 9 13 5.5 3 5", "M32.6 14H3", "M33 15.4C23 19 13 22.5 3 23"];

/** Lines that leave the point at the right and open towards the left, finer and paler as they spread. */
const LARGE = Array.from({ length: 25 }, (_, i) => {
  const k = (i - 12) / 12;
  const spread = Math.sign(k) * Math.abs(k) ** 1.3;
  const y = (/** @type {number} */ open, /** @type {number} */ ripple) => round(210 + spread * open + ripple * Math.cos(k * 11));
  const d = `M1108 ${y(2, 0)}C1030 ${y(34, 0)} 900 ${y(120, 0)} 740 ${y(196, 7)}S330 ${y(330, -12)} -40 ${y(470, 6)}`;
  return { d, level: Math.min(3, Math.floor(Math.abs(k) * 4)) };
});

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
