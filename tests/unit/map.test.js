// The map without a screen: what is seen, what is hit, who is a neighbour on which side, which names fit, the picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Camera } from "../../www/page/parts/map/camera.js";
import { continuity, lanes } from "../../www/page/parts/map/history.js";
import { placed } from "../../www/page/parts/map/labels.js";
import { hex, mixed, paint } from "../../www/page/parts/map/paint.js";
import { picture, svg } from "../../www/page/parts/map/picture.js";
import { Scene } from "../../www/page/parts/map/scene.js";
import { best } from "../../www/page/state/drawn.js";

/** Four places in a cross around the first, and one that is tied to nobody of them. */
function scene(/** @type {string[]} */ label = ["middle", "east", "north", "west", "far"]) {
  return new Scene({
    x: Float32Array.of(0, 0.5, 0, -0.5, 0.9), y: Float32Array.of(0, 0, 0.5, 0, -0.9), importance: Float32Array.of(1, 0.5, 0.25, 0.1, 0.9),
    style: Uint8Array.of(0, 0, 1, 1, 8), community: Int32Array.of(0, 0, 1, 1, -1), label, account: Int32Array.of(10, 11, 12, 13, -1),
    from: Uint32Array.of(0, 0, 0), to: Uint32Array.of(1, 2, 3), weight: Float32Array.of(4, 1, 1),
    groups: [{ style: 0, name: "tea & <cake>", count: 2, community: 0 }, { style: 1, name: "coffee", count: 2, community: 1 }],
  });
}

/** @returns {Camera} */
function camera() {
  const found = new Camera();
  found.width = 1000;
  found.height = 500;
  return found;
}
/** @type {import("../../www/page/parts/map/paint.js").Look} */
const LOOK = { dark: false, forced: false, ground: "#ffffff", ink: "#000000", quiet: "#666666", mark: "#ad4517" };
const NOBODY = { at: -1, community: null };

test("a point of the screen is the place on the map that is drawn there", () => {
  const seen = camera();
  seen.fit({ left: -0.2, right: 0.6, bottom: 0.1, top: 0.4 });
  seen.pan(30, -12);
  const { x, y } = seen.under(320, 70);
  assert.ok(Math.abs(seen.left(x) - 320) < 1e-9 && Math.abs(seen.top(y) - 70) < 1e-9);
  seen.approach(1.7, 320, 70);
  assert.ok(Math.abs(seen.left(x) - 320) < 1e-9 && Math.abs(seen.top(y) - 70) < 1e-9, "what is pointed at stays where it is");
});

test("a part that is shown whole is inside the view, and zoom has its bounds", () => {
  const seen = camera();
  seen.fit({ left: -1, right: 1, bottom: -1, top: 1 });
  assert.ok(seen.top(1) >= 0 && seen.top(-1) <= 500 && seen.zoom === 1);
  for (let k = 0; k < 100; k += 1) seen.approach(2);
  assert.equal(seen.zoom, 60);
  for (let k = 0; k < 100; k += 1) seen.pan(500, 500);
  assert.ok(Math.abs(seen.x) <= 1.2 && Math.abs(seen.y) <= 1.2, "the map cannot be lost");
});

test("what is nearest to the pointer is hit, and nothing where nothing is", () => {
  const [one, seen] = [scene(), camera()];
  assert.equal(one.hit(seen, seen.left(0.5) + 4, seen.top(0) - 3), 1);
  assert.equal(one.hit(seen, 5, 5), -1);
});

test("arrows go to the neighbour on that side, and to nobody else", () => {
  const one = scene();
  assert.deepEqual([one.towards(0, 1, 0), one.towards(0, 0, 1), one.towards(0, -1, 0), one.towards(0, 0, -1)], [1, 2, 3, -1]);
  assert.equal(one.towards(1, -1, 0), 0, "back again");
  assert.equal(one.towards(4, 0, 1), -1, "who has no ties has no neighbours");
});

test("names never cover one another; what is chosen is always named", () => {
  const [one, seen] = [scene(["a".repeat(60), "east", "north", "west", "far"]), camera()];
  const painted = paint(one, LOOK, NOBODY);
  const labels = placed(one, painted, seen, NOBODY, (text) => 7 * text.length);
  assert.equal(labels[0]?.at, 0, "the most important first");
  assert.ok((labels[0]?.text.length ?? 0) <= 28, "a long name is cut");
  for (const [at, a] of labels.entries()) {
    for (const b of labels.slice(at + 1)) {
      const apart = Math.abs(a.top - b.top) >= 12 || a.left + 7 * a.text.length <= b.left || b.left + 7 * b.text.length <= a.left;
      assert.ok(apart, `${a.text} and ${b.text}`);
    }
  }
  assert.ok(placed(one, painted, seen, { at: 3, community: null }, (text) => 7 * text.length).some(({ at, strong }) => at === 3 && strong));
});

test("what is chosen stands out with its neighbours, a community with its ties", () => {
  const one = scene();
  const alone = paint(one, LOOK, { at: 1, community: null });
  assert.deepEqual([...alone.rank], [2, 2, 0, 0, 0]);
  assert.deepEqual(alone.edge.map(Boolean), [true, false, false]);
  assert.equal(alone.node[1], LOOK.mark);
  const group = paint(one, LOOK, { at: -1, community: 1 });
  assert.deepEqual([...group.rank], [0, 0, 2, 2, 0]);
  assert.deepEqual([...group.edgeRank], [0, 1, 1]);
  assert.deepEqual(new Set(paint(one, { ...LOOK, forced: true }, NOBODY).node), new Set(["#000000", "#666666"]), "the system's own colours");
});

test("colours are read as browsers write them", () => {
  assert.deepEqual([hex("rgb(16, 34, 44)"), hex("color(srgb 1 0 0.5)"), hex("#ABCDEF")], ["#10222c", "#ff0080", "#abcdef"]);
  assert.equal(mixed("#000000", "#ffffff", 0.2), "#cccccc");
});

test("the picture has its legend, source and names, and nothing of the data is markup", () => {
  const one = scene(['<script>alert("x")</script>', "east", "a\u0000b", "west\ud800", "far"]);
  const text = svg(picture(one, paint(one, LOOK, NOBODY), LOOK, { title: "Map & more", summary: "5 of 5", source: "Source: <posts>.csv · today" }));
  for (const tag of ["script", "posts", "cake"]) assert.ok(!text.includes(`<${tag}`), tag);
  for (const words of ["Map &#38; more", "Source: &#60;posts&#62;.csv · today", "tea &#38; &#60;cake&#62; (2)", "5 of 5", "east"]) assert.ok(text.includes(words), words);
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(text, /[\u0000-\u0008\ud800-\udfff]/u);
  assert.equal(text.match(/<title>/g)?.length, 1 + one.count, "each mark says who it is");
});

test("the accounts of the map are those with the largest values, as many as asked for", () => {
  const from = Uint32Array.of(4, 5, 6, 7, 8);
  const value = new Map([[4, 1], [5, 3], [6, 3], [7, 0], [8, 3]]);
  const of = (/** @type {number} */ at) => value.get(at) ?? 0;
  assert.deepEqual([...best(from, of, 2)], [5, 6], "among equals the first");
  assert.deepEqual([...best(from, of, 4)], [4, 5, 6, 8]);
  assert.deepEqual([...best(from, of, 9)], [4, 5, 6, 7, 8]);
});

test("communities through time: sizes, names by majority, events, and who is found again", () => {
  const windows = [{ from: 0, to: 1, communities: [{ id: 0, size: 3 }] }, { from: 1, to: 2, communities: [{ id: 0, size: 2 }, { id: 1, size: 2 }] }];
  /** @type {import("../../www/page/parts/map/history.js").Event[]} */
  const events = [{ window: 1, change: "split", before: [0], after: [0, 1] }, { window: 1, change: "continued", before: [0], after: [0] }];
  const columns = { window0: Float64Array.of(0, 0, 0, NaN), window1: Float64Array.of(0, NaN, 1, 1) };
  const found = lanes(windows, events, columns, Float64Array.of(7, 7, 5, 5));
  assert.deepEqual(found.map(({ id, community, size }) => ({ id, community, size })), [
    { id: 0, community: 7, size: [3, 2] }, { id: 1, community: 5, size: [null, 2] },
  ]);
  assert.deepEqual(found.map((lane) => lane.events.map(({ change }) => change)), [["split"], ["split"]]);
  assert.equal(continuity(2, columns), 2 / 3);
  assert.equal(continuity(0, {}), null);
});
