/**
 * @import { CommunityRow } from "../../../shared/engine.d.ts"
 * @import { Translator } from "../../../shared/translate.js"
 * @import { Drawn } from "../../state/drawn.js"
 */
import { communityName } from "../../state/circles.js";
import { OTHER, STYLES } from "./palette.js";
import { Scene } from "./scene.js";

/**
 * The map of a study as a scene, with a legend in the page's language.
 * @param {Drawn} map
 * @param {Translator} say
 * @param {readonly CommunityRow[]} rows
 */
export function sceneOf(map, say, rows) {
  const style = Uint8Array.from(map.community, (community) => (community >= 0 && community < STYLES.length ? community : OTHER));
  const count = (/** @type {number} */ of) => style.reduce((sum, each) => sum + (each === of ? 1 : 0), 0);
  const groups = [...STYLES.keys()].map((number) => ({ style: number, name: communityName(say, rows, number), count: count(number), community: number }));
  const others = count(OTHER);
  return new Scene({
    x: Float32Array.from(map.x),
    y: Float32Array.from(map.y),
    importance: Float32Array.from(map.importance),
    style,
    community: map.community,
    label: map.handle,
    account: Int32Array.from(map.account),
    from: map.from,
    to: map.to,
    weight: map.weight,
    groups: [...groups.filter((group) => group.count > 0),
      ...(others > 0 ? [{ style: OTHER, name: say.t("map-others"), count: others, community: null }] : [])],
  });
}
