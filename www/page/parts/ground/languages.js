/**
 * @import { Overview } from "../../../shared/engine.d.ts"
 * @import { Translator } from "../../../shared/translate.js"
 * @import { Look } from "../chart/look.js"
 * @import { Figure } from "./figure.js"
 */
import { languageName } from "./words.js";

/** Languages drawn one by one; the others are one bar. */
const DRAWN = 6;
const ROW = 34;

/**
 * Languages by the people who write in them, those unknown as unknown; null without any text.
 * @param {Translator} say
 * @param {Overview["languages"]} languages
 * @returns {Figure | null}
 */
export function languagesFigure(say, { known, unknown, posts, accounts, reason }) {
  if (reason || accounts === 0) return null;
  const capital = (/** @type {string} */ name) => name.charAt(0).toLocaleUpperCase(say.lang) + name.slice(1);
  /** @type {{ name: string, posts: number, accounts: number, known: boolean }[]} */
  const all = known.map(({ code, ...counts }) => ({ name: capital(languageName(say, code)), ...counts, known: true }));
  const rest = all.slice(DRAWN);
  const shown = all.slice(0, DRAWN);
  const sum = (/** @type {"posts" | "accounts"} */ of) => rest.reduce((total, each) => total + each[of], 0);
  if (rest.length > 0) shown.push({ name: say.t("languages-others", { count: rest.length }), posts: sum("posts"), accounts: sum("accounts"), known: true });
  const missing = { name: say.t("languages-unknown"), posts: unknown[0], accounts: unknown[1], known: false };
  if (missing.posts + missing.accounts > 0) shown.push(missing);
  const first = known[0];
  return {
    heading: first
      ? say.t("languages-said", { share: say.percent(first.accounts / accounts), language: languageName(say, first.code) })
      : say.t("languages-none"),
    summary: say.t("languages-summary", { languages: known.length, unknown: unknown[1], accounts }),
    height: 16 + ROW * shown.length,
    option: (/** @type {Look} */ look) => ({
      tooltip: { trigger: "item", formatter: (/** @type {{ dataIndex: number }} */ { dataIndex: at }) => {
        const row = shown[at];
        return row ? `${row.name}\n${say.t("languages-tip", { accounts: row.accounts, posts: row.posts })}` : "";
      } },
      grid: { left: 4, right: 108, top: 4, bottom: 4, outerBoundsMode: "same" },
      xAxis: { type: "value", show: false, max: Math.max(1, ...shown.map((row) => row.accounts)) },
      yAxis: { type: "category", inverse: true, axisLine: { show: false }, data: shown.map((row) => row.name), axisLabel: { color: look.ink, fontSize: 13, width: 130, overflow: "truncate" } },
      series: [{
        type: "bar", barWidth: 14,
        label: { show: true, position: "right", color: look.quiet, fontSize: 13, formatter: (/** @type {{ value: number }} */ { value }) => `${say.number(value)} (${say.percent(value / accounts, value > 0 && value < accounts / 100 ? 1 : 0)})` },
        data: shown.map((row) => ({ value: row.accounts, itemStyle: { color: row.known ? look.accent : look.edge, borderRadius: 2 } })),
      }],
    }),
    table: {
      caption: say.t("languages-table", { accounts, posts }),
      head: [say.t("languages-language"), say.t("activity-accounts"), say.t("activity-posts")],
      rows: [...all, ...(missing.posts + missing.accounts > 0 ? [missing] : [])].map((row) => [row.name, row.accounts, row.posts]),
    },
  };
}
