import url from "../fonts/newsreader.woff2?inline";

/** A name of our own: no text of the host's takes this face by accident. */
const FAMILY = "Sillage Newsreader";
let done = false;

/**
 * Brings the face of headings, once a document: `@font-face` does nothing inside a shadow tree. It is made from bytes that
 * are here already, so nothing is fetched and no policy on fonts is asked; without it the other serifs of the list are shown.
 */
export function brought() {
  if (done || typeof FontFace === "undefined" || !document.fonts) return;
  done = true;
  try {
    const bytes = Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
    const face = new FontFace(FAMILY, bytes, { weight: "200 800", display: "swap" });
    document.fonts.add(face);
  } catch {
    // The list has other faces.
  }
}
