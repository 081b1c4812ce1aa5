import enOut from "../locales/en-out.ftl?raw";
import enResults from "../locales/en-results.ftl?raw";
import enTeam from "../locales/en-team.ftl?raw";
import frOut from "../locales/fr-out.ftl?raw";
import frResults from "../locales/fr-results.ftl?raw";
import frTeam from "../locales/fr-team.ftl?raw";
import { learn } from "./locale.js";

/** The messages of what comes after the first screen: known before the first of its parts is drawn. */
learn({ fr: [frResults, frTeam, frOut].join("\n"), en: [enResults, enTeam, enOut].join("\n") });
