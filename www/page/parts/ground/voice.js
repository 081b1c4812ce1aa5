/**
 * @import { BrandVoice, Overview, Told } from "../../../shared/engine.d.ts"
 * @import { Translator } from "../../../shared/translate.js"
 * @import { Look } from "../chart/look.js"
 * @import { Figure } from "./figure.js"
 */
import { UNKNOWN } from "../../../shared/translate.js";
import { shareText } from "./words.js";

/** The versions of a share, the one to trust first, each with its colour, its mark and its place beside the others. */
const KINDS = /** @type {const} */ ([
  { name: "byAccounts", short: "activity-accounts", colour: "accent", symbol: "circle", shift: -11 },
  { name: "share", short: "activity-posts", colour: "mark", symbol: "diamond", shift: 0 },
  { name: "byEngagement", short: "voice-reactions", colour: "second", symbol: "triangle", shift: 11 },
]);
const ROW = 58;

/**
 * The conclusion: who has most of the voices, or that nobody has.
 * @param {Translator} say
 * @param {Overview["voice"]} voice
 */
export function voiceHeading(say, { brands, reasons, posts }) {
  const [only] = brands;
  if (brands.length === 1 && only) return say.t("voice-one", { brand: only.name, accounts: only.accounts, posts: only.posts });
  const by = reasons.byAccounts === null ? "byAccounts" : reasons.share === null ? "share" : null;
  if (by === null) return say.t("voice-few", { posts });
  const ranked = brands.flatMap((brand) => (brand[by] ? [{ brand, told: /** @type {Told} */ (brand[by]) }] : []))
    .sort((a, b) => b.told.value - a.told.value);
  const [first, second] = ranked;
  if (!first || !second) return say.t("voice-few", { posts });
  const values = { first: first.brand.name, second: second.brand.name, share: say.percent(first.told.value), by, low: say.percent(first.told.low), high: say.percent(first.told.high) };
  return first.told.low > second.told.high ? say.t("voice-most", values) : say.t("voice-level", values);
}

/**
 * Shares of voice with their intervals; null where there is none to draw.
 * @param {Translator} say
 * @param {Overview["voice"]} voice
 * @returns {Figure | null}
 */
export function voiceFigure(say, voice) {
  const { brands, reason } = voice;
  if (reason || brands.length === 0) return null;
  const kinds = KINDS.filter(({ name }) => brands.some((brand) => brand[name] !== null));
  if (kinds.length === 0) return null;
  return {
    heading: voiceHeading(say, voice),
    summary: brands.map((brand) => say.t("voice-row", { brand: brand.name, share: shareText(say, brand.byAccounts ?? brand.share) })).join(" "),
    height: 64 + ROW * brands.length,
    option: (/** @type {Look} */ look) => ({
      tooltip: { trigger: "item", formatter: (/** @type {{ dataIndex: number, seriesIndex: number }} */ { dataIndex, seriesIndex }) => {
        const kind = kinds[Math.floor(seriesIndex / 2)];
        const brand = brands[dataIndex];
        return kind && brand ? `${brand.name}\n${say.t(`voice-${kind.name}`)}: ${shareText(say, brand[kind.name])}` : "";
      } },
      legend: { data: kinds.map(({ short, symbol }) => ({ name: say.t(short), icon: symbol })) },
      grid: { left: 4, right: 24, top: 40, bottom: 4, outerBoundsMode: "same" },
      xAxis: { type: "value", min: 0, max: ceiling(brands), axisLabel: { formatter: (/** @type {number} */ value) => say.percent(value) } },
      yAxis: { type: "category", inverse: true, axisLine: { show: false }, data: brands.map((brand) => brand.name), axisLabel: { color: look.ink, fontSize: 13, width: 120, overflow: "truncate" } },
      series: kinds.flatMap(({ name, short, colour, symbol, shift }) => [
        {
          type: "custom", name: say.t(short), silent: true, encode: { x: [1, 2], y: 0 }, data: brands.map((brand, at) => [at, brand[name]?.low ?? NaN, brand[name]?.high ?? NaN]),
          itemStyle: { color: look[colour] },
          renderItem: (/** @type {unknown} */ _, /** @type {{ value: (at: number) => number, coord: (of: number[]) => [number, number] }} */ api) => {
            const [left, y] = api.coord([api.value(1), api.value(0)]);
            const [right] = api.coord([api.value(2), api.value(0)]);
            return { type: "line", shape: { x1: left, x2: right, y1: y + shift, y2: y + shift }, style: { stroke: look[colour], lineWidth: 2 } };
          },
        },
        {
          type: "scatter", name: say.t(short), symbol, symbolSize: 11, symbolOffset: [0, shift], itemStyle: { color: look[colour] },
          data: brands.map((brand, at) => [brand[name]?.value ?? NaN, at]),
        },
      ]),
    }),
    table: voiceTable(say, voice),
  };
}

/** The right end of the axis: the widest interval, in tenths. @param {BrandVoice[]} brands */
function ceiling(brands) {
  const highest = Math.max(...brands.flatMap((brand) => KINDS.map(({ name }) => brand[name]?.high ?? 0)));
  return Math.min(1, Math.ceil(10 * highest + 0.001) / 10);
}

/**
 * Everything that is told of the brands.
 * @param {Translator} say
 * @param {Overview["voice"]} voice
 */
export function voiceTable(say, { brands, among }) {
  const net = (/** @type {BrandVoice} */ { tone }) => (tone.net
    ? say.t("voice-net", { net: signed(say, tone.net.value), low: signed(say, tone.net.low), high: signed(say, tone.net.high) })
    : tone.toned > 0 ? say.t("voice-toned", { toned: tone.toned }) : UNKNOWN);
  return {
    caption: say.t("voice-table"),
    head: [say.t("voice-brand"), say.t("activity-posts"), say.t("activity-accounts"), ...KINDS.map(({ name }) => say.t(`voice-${name}`)), say.t("voice-tone"), say.t(`voice-awareness-${among ?? "all"}`)],
    rows: brands.map((brand) => [
      brand.own ? say.t("voice-own", { brand: brand.name }) : brand.name, brand.posts, brand.accounts,
      ...KINDS.map(({ name }) => shareText(say, brand[name])), net(brand), shareText(say, brand.awareness),
    ]),
  };
}

/** From −100 to +100. @param {Translator} say @param {number} value */
function signed(say, value) {
  const points = Math.round(100 * value);
  return `${points > 0 ? "+" : points < 0 ? "−" : ""}${say.number(Math.abs(points))}`;
}

/**
 * Why numbers are missing, each reason once.
 * @param {Translator} say
 * @param {Overview["voice"]} voice
 */
export function voiceReasons(say, { reasons, amongAccounts, posts, accounts }) {
  const values = { posts, accounts, among: amongAccounts };
  const said = /** @type {const} */ (["share", "byAccounts", "byEngagement", "awareness"]).flatMap((kind) =>
    (reasons[kind] && reasons[kind] !== "one_brand" ? [say.t(`voice-why-${kind}-${reasons[kind].replaceAll("_", "-")}`, values)] : []));
  return [...new Set(said)];
}
