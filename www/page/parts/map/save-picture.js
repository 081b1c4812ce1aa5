/**
 * @import { Desk } from "../../state/desk.js"
 * @import { Chosen, Look } from "./paint.js"
 * @import { Scene } from "./scene.js"
 */
import { SillageError } from "../../../shared/errors.js";
import { choiceOf } from "../../state/choice.js";
import { pseudonyms } from "../../state/pseudonyms.js";
import { save } from "../../state/save.js";
import { paint } from "./paint.js";
import { STYLES } from "./palette.js";
import { picture, png, svg } from "./picture.js";

/** Files that are named below a picture. */
const NAMED = 3;

/**
 * Saves a map as a picture, with names or with pseudonyms, as was chosen for all that leaves the study.
 * @param {Desk} desk
 * @param {"svg" | "png"} kind
 * @param {object} of
 * @param {Scene} of.scene
 * @param {Look} of.look
 * @param {Chosen} of.chosen
 * @param {string} of.title
 * @param {string} of.summary
 * @param {string} of.unnamed the summary without names
 * @param {string} of.stem begins the name of the file
 */
export async function savePicture(desk, kind, { scene, look, chosen, title, summary, unnamed, stem }) {
  const { say, state } = desk;
  const { named } = choiceOf(desk).choice;
  const read = state.cards.filter((card) => card.status === "read").map((card, at) => (named ? card.name : say.t("report-file", { number: at + 1 })));
  const files = read.length > NAMED ? `${read.slice(0, NAMED).join(", ")}…` : read.join(", ");
  const source = say.t("map-source", { files: files || "–", date: say.date(Date.now()) });
  try {
    const shown = named ? scene : await unnamedScene(desk, scene);
    const drawn = picture(shown, paint(shown, look, chosen), look, { title, summary: named ? summary : unnamed, source });
    const blob = kind === "svg" ? new Blob([svg(drawn)], { type: "image/svg+xml" }) : await png(drawn);
    save(blob, `sillage-${stem}${named ? "" : `-${say.t("file-pseudonyms")}`}.${kind}`, desk);
    desk.announce("announce-saved");
  } catch (error) {
    desk.set({ error: SillageError.from(error) });
  }
}

/**
 * The same scene without a name: people by pseudonym, the same as in every other file and in the key; communities, and what
 * people use, by number: their words may be somebody's name.
 * @param {Desk} desk
 * @param {Scene} scene
 */
async function unnamedScene(desk, scene) {
  const { say, study, state } = desk;
  const names = study ? await pseudonyms(study, say.t("pseudonym-word"), state.summary?.accounts ?? 0) : new Map();
  let objects = 0;
  const label = Array.from(scene.account, (index) => {
    if (index >= 0) return names.get(index) ?? "";
    return say.t("map-object", { number: (objects += 1) });
  });
  return scene.named(label, scene.groups.map((group) => (group.style < STYLES.length ? { ...group, name: say.t("circle-unnamed", { number: group.style + 1 }) } : group)));
}
