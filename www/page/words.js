import enObjective from "../locales/en-objective.ftl?raw";
import enResults from "../locales/en-results.ftl?raw";
import enTeam from "../locales/en-team.ftl?raw";
import frObjective from "../locales/fr-objective.ftl?raw";
import frResults from "../locales/fr-results.ftl?raw";
import frTeam from "../locales/fr-team.ftl?raw";
import { learn } from "./locale.js";

/** The messages of what comes after the first screen: known before the first of its parts is drawn. */
learn({ fr: [frObjective, frResults, frTeam].join("\n"), en: [enObjective, enResults, enTeam].join("\n") });
