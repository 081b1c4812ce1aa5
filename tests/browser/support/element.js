/** The element in a host's page, as the host's own scripts have it. */

/** @import { Page } from "playwright-core" */

/** The element, as the host's scripts have it. @param {Page} page */
export const defined = (page) => page.waitForFunction(() => customElements.get("sillage-app") && /** @type {any} */ (document.querySelector("sillage-app")).desk?.state.engine !== "starting");

/** Gives the element a file by its property, as a host would. @param {Page} page @param {Buffer} bytes @param {string} name */
export const give = (page, bytes, name) => page.evaluate(async ([text, called]) => {
  const element = /** @type {any} */ (document.querySelector("sillage-app"));
  const raw = Uint8Array.from(atob(text ?? ""), (letter) => letter.charCodeAt(0));
  element.files = [new File([raw], called ?? "")];
  return element.analyse();
}, [bytes.toString("base64"), name]);
