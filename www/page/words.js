import en from "../locales/en-team.ftl?raw";
import fr from "../locales/fr-team.ftl?raw";
import { learn } from "./locale.js";

/** The messages of screens that come after the first: known before the first of their parts is drawn. */
learn({ fr, en });
