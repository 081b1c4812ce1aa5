/** @import { Desk } from "./desk.js" */

/**
 * Hands a file to the browser's downloads, unless the place where the desk stands takes care of it. Nothing but a link to a
 * blob: no network.
 * @param {Blob} blob
 * @param {string} name
 * @param {Desk} desk that it comes from
 */
export function save(blob, name, { place }) {
  if (!place.gives(blob, name)) return;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
