/**
 * The screens, in the order of a campaign. Each is the element `sil-<name>` with the message `screen-<name>`; the first comes
 * with the page, the others with `later.js`.
 */
export const SCREENS = /** @type {const} */ ([
  "ground",
  "audiences",
  "objective",
  "influencers",
  "team",
  "measure",
]);

/** @typedef {(typeof SCREENS)[number]} Screen */
