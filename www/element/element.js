/**
 * The module that an author names in a `<script type="module">`: it defines `<sillage-app>`. Asked for twice, from two
 * addresses, the first one stays.
 */
import "./guest.js";
import { SillageApp } from "./sillage-app.js";

customElements.define("sillage-app", SillageApp);

export { SillageApp };
export { SillageError } from "../shared/errors.js";
export { VERSION } from "../shared/version.js";
