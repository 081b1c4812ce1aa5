/**
 * @import { Drawn } from "../../state/drawn.js"
 * @import { Translator } from "../../../shared/translate.js"
 * @import { Cascade } from "../../state/cascade.js"
 */
import { HOP, HOPS, OTHER } from "../map/palette.js";
import { Scene } from "../map/scene.js";

/** Importance of whoever was not reached, of whoever was, and of those whom it started from, at the least. */
const [LEFT_OUT, REACHED, STARTER] = [0.002, 0.025, 0.4];

/**
 * A message on its way, as a scene: colour and shape say after how many re-shares somebody was reached, size how many
 * more they reached themselves.
 * @param {Drawn} map
 * @param {Cascade} found
 * @param {Translator} say
 */
export function cascadeScene(map, { steps }, say) {
  const place = new Map(Array.from(map.account, (index, at) => [index, at]));
  const count = map.account.length;
  const hop = new Int32Array(count).fill(-1);
  const led = new Float64Array(count);
  /** Lines of the message by their two ends, the lower first. @type {Set<number>} */
  const taken = new Set();
  /** @type {[number, number, number][]} */
  const lines = [];
  steps.account.forEach((account, step) => {
    const at = place.get(account);
    if (at === undefined) return;
    hop[at] = steps.hop[step] ?? 0;
    const by = place.get(steps.by[step] ?? -1);
    if (by === undefined || by === at) return;
    led[by] = (led[by] ?? 0) + 1;
    taken.add(pair(by, at, count));
    lines.push([by, at, hop[at] ?? 0]);
  });
  // Other ties are the ground that it goes over.
  map.from.forEach((a, tie) => {
    const b = map.to[tie] ?? 0;
    const key = pair(a, b, count);
    if (a === b || taken.has(key)) return;
    taken.add(key);
    lines.push([a, b, -1]);
  });
  const most = led.reduce((top, each) => Math.max(top, each), 0) || 1;
  const style = Uint8Array.from(hop, (each) => (each < 0 ? OTHER : HOP + Math.min(each, HOPS.length - 1)));
  const drawn = (/** @type {number} */ of) => style.reduce((sum, each) => sum + (each === of ? 1 : 0), 0);
  const groups = [...HOPS.keys()].map((each) => ({
    style: HOP + each, name: say.t(each === HOPS.length - 1 ? "cascade-hop-last" : "cascade-hop", { hop: each }), count: drawn(HOP + each), community: null,
  }));
  return new Scene({
    x: Float32Array.from(map.x),
    y: Float32Array.from(map.y),
    importance: Float32Array.from(hop, (each, at) => (each < 0 ? LEFT_OUT : (each === 0 ? STARTER : REACHED) + 0.45 * ((led[at] ?? 0) / most))),
    style,
    community: map.community,
    label: map.handle,
    account: Int32Array.from(map.account),
    from: Uint32Array.from(lines, ([from]) => from),
    to: Uint32Array.from(lines, ([, to]) => to),
    weight: new Float32Array(lines.length).fill(1),
    groups: [...groups, { style: OTHER, name: say.t("cascade-hop-never"), count: drawn(OTHER), community: null }].filter((group) => group.count > 0),
    way: { hop, line: Int32Array.from(lines, ([, , each]) => each) },
  });
}

/**
 * One number for two places, whichever comes first.
 * @param {number} a
 * @param {number} b
 * @param {number} count
 */
const pair = (a, b, count) => Math.min(a, b) * count + Math.max(a, b);
