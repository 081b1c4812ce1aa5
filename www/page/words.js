import enGround from "../locales/en-ground.ftl?raw";
import enMap from "../locales/en-map.ftl?raw";
import enMeasure from "../locales/en-measure.ftl?raw";
import enObjective from "../locales/en-objective.ftl?raw";
import enOut from "../locales/en-out.ftl?raw";
import enResults from "../locales/en-results.ftl?raw";
import enTeam from "../locales/en-team.ftl?raw";
import frGround from "../locales/fr-ground.ftl?raw";
import frMap from "../locales/fr-map.ftl?raw";
import frMeasure from "../locales/fr-measure.ftl?raw";
import frObjective from "../locales/fr-objective.ftl?raw";
import frOut from "../locales/fr-out.ftl?raw";
import frResults from "../locales/fr-results.ftl?raw";
import frTeam from "../locales/fr-team.ftl?raw";
import { learn } from "./locale.js";

/** The messages of what comes after the first screen: known before the first of its parts is drawn. */
learn({
  en: [enResults, enGround, enMap, enMeasure, enObjective, enOut, enTeam].join("\n"),
  fr: [frResults, frGround, frMap, frMeasure, frObjective, frOut, frTeam].join("\n"),
});
