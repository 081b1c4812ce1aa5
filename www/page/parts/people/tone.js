/**
 * How a post or a person sounds, and the correction of it.
 *
 * @import { Dossier, EvidencePost, ToneLabel } from "../../../shared/engine.d.ts"
 * @import { Desk } from "../../state/desk.js"
 */
import { html, nothing } from "lit";

const LABELS = /** @type {const} */ (["positive", "neutral", "negative"]);

/**
 * How a post was read and from which words, with the choice of another label.
 * @param {Desk} desk
 * @param {EvidencePost} post
 */
export function postTone(desk, { tone }) {
  if (!tone) return nothing;
  const { say } = desk;
  const given = desk.state.settings.tones[tone.key];
  const read = readAs(tone.read);
  const words = tone.words.map(({ text, value }) => say.t(value > 0 ? "tone-word-plus" : "tone-word-minus", { word: text }));
  return html`<p class="tone">
    <label><span>${say.t("tone-label")}</span>
      <select ?disabled=${desk.place.readonly} @change=${(/** @type {Event} */ event) => correct(desk, tone.key, /** @type {HTMLSelectElement} */ (event.target).value)}>
        <option value="" ?selected=${given === undefined}>${say.t(`tone-read-${read ?? "unknown"}`)}</option>
        ${LABELS.map((label) => html`<option value=${label} ?selected=${given === label}>${say.t(`tone-given-${label}`)}</option>`)}
      </select></label>
    ${words.length > 0 ? html`<span class="why">${say.t("tone-words")} <bdi>${words.join(", ")}</bdi></span>` : nothing}</p>`;
}

/**
 * How the posts of a person sound, where enough of them have a tone.
 * @param {Desk} desk
 * @param {Dossier} dossier
 */
export function personTone(desk, { tone }) {
  if (!tone || tone.posts === 0) return nothing;
  const { positive, neutral, negative, toned, posts } = tone;
  return html`<p class="note">${positive === null || neutral === null || negative === null ? desk.say.t("tone-few", { toned, posts })
    : desk.say.t("tone-person", { toned, posts, positive, neutral, negative })}</p>`;
}

/**
 * What the engine makes of a tone: as `score/goodwill.rs` has it.
 * @param {number | null} tone
 * @returns {ToneLabel | null}
 */
function readAs(tone) {
  if (tone === null) return null;
  return tone <= -0.05 ? "negative" : tone < 0.05 ? "neutral" : "positive";
}

/**
 * @param {Desk} desk
 * @param {string} key
 * @param {string} label empty: as it was read
 */
function correct(desk, key, label) {
  const { [key]: _, ...others } = desk.state.settings.tones;
  desk.change({ tones: label ? { ...others, [key]: /** @type {ToneLabel} */ (label) } : others }, `tone ${key}`);
}
