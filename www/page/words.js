import enGround from "../locales/en-ground.ftl?raw";
import enMeasure from "../locales/en-measure.ftl?raw";
import enResults from "../locales/en-results.ftl?raw";
import enTeam from "../locales/en-team.ftl?raw";
import frGround from "../locales/fr-ground.ftl?raw";
import frMeasure from "../locales/fr-measure.ftl?raw";
import frResults from "../locales/fr-results.ftl?raw";
import frTeam from "../locales/fr-team.ftl?raw";
import { learn } from "./locale.js";

/** The messages of what comes after the first screen: known before the first of its parts is drawn. */
learn({ fr: [frResults, frTeam, frGround, frMeasure].join("\n"), en: [enResults, enTeam, enGround, enMeasure].join("\n") });
