import en from "../locales/en-embed.ftl?raw";
import fr from "../locales/fr-embed.ftl?raw";
import { learn } from "../page/locale.js";

/** The messages of the element alone: known before it is drawn. */
learn({ en, fr });
