/**
 * The report as one document of its own: what was found, in words, with what it rests on and what it cannot tell. It has no
 * script and a policy that lets nothing in or out; every text of the data is text, never markup.
 *
 * @import { Dossier, FactorDetail, SubFactor, Summary } from "../../shared/engine.d.ts"
 * @import { Basis } from "../../shared/notes.js"
 * @import { Translator } from "../../shared/translate.js"
 *
 * @typedef {{ tag: string, attributes: Record<string, string>, children: (Node | string)[] }} Node a piece of the document
 *
 * @typedef {{ name: string, size: number, central: string[], interests: string[] }} Circle
 * @typedef {{ name: string, platform: string, rank: number | null, score: number | null, stage: string, cost: number | null }} Member
 * @typedef {{ who: string, name: string | null, dossier: Dossier }} Shown a person, as the report calls them
 *
 * @typedef {object} Told
 * @property {string[]} findings
 * @property {Shown[]} people
 * @property {Circle[]} circles
 * @property {Member[]} team
 *
 * @typedef {Basis & Told} Report
 */
import { notes } from "../../shared/notes.js";
import { factorText, reasonText } from "../../shared/phrases.js";
import { PILLARS, SUB_FACTORS } from "../../shared/settings.js";
import { UNKNOWN } from "../../shared/translate.js";
import { REPORT_STYLE, REPORT_STYLE_HASH } from "./report-style.js";

/** Sub-factors told of a person. */
const STRONGEST = 4;

/**
 * @param {string} tag
 * @param {Record<string, string> | null} attributes
 * @param {...(Node | string | null | (Node | string)[])} children
 * @returns {Node}
 */
function h(tag, attributes, ...children) {
  return { tag, attributes: attributes ?? {}, children: children.flat().flatMap((child) => (child === null || child === "" ? [] : [child])) };
}

/**
 * The content of the report.
 * @param {Report} report
 * @returns {Node}
 */
export function reportBody(report) {
  const { say, now, purpose, summary, settings, findings, people, circles, team } = report;
  const source = say.t("report-running", { date: say.day(now), version: summary.methodVersion, files: report.sources.length });
  const missing = SUB_FACTORS.filter((name) => !summary.coverage[name].available);
  return h("article", { class: "report", lang: say.lang },
    h("div", { class: "running top" }, h("p", null, "Sillage"), h("p", null, source)),
    h("div", { class: "flow" },
      h("header", null,
        h("p", { class: "kicker" }, "Sillage"),
        h("h1", null, say.t("report-title")),
        purpose ? h("p", { class: "lead" }, purpose) : null,
        h("p", { class: "meta" }, `${say.moment(now)} · ${say.t(`objective-${settings.objective}`)} · ${say.t("footer-method", { version: summary.methodVersion })}`)),
      section(say.t("report-findings"),
        findings.length === 0 ? h("p", null, say.t("report-no-findings")) : h("ul", { class: "findings" }, findings.map((text) => h("li", null, text)))),
      section(say.t("report-people", { count: people.length }),
        h("p", { class: "note" }, say.t("coverage-note")),
        table([say.t("header-rank"), say.t("header-handle"), say.t("header-score"), say.t("report-interval"), ...PILLARS.map((pillar) => say.t(`pillar-${pillar}`)), say.t("header-followers"), say.t("header-posts"), say.t("header-inDegree")],
          people.map(({ who, dossier }) => [rankOf(say, dossier), who, number(say, dossier.score, 1), interval(say, dossier),
            ...PILLARS.map((pillar) => number(say, dossier.pillars[pillar], 0)), number(say, dossier.followers, 0), say.number(dossier.evidenceTotal), say.number(dossier.reactorsTotal)]), 1)),
      people.length === 0 ? null : section(say.t("report-why"), people.map((person) => card(report, person))),
      circles.length === 0 ? null : section(say.t("report-circles"),
        table([say.t("report-circle"), say.t("report-size"), say.t("report-central"), say.t("report-interests")],
          circles.map(({ name, size, central, interests }) => [name, say.number(size), central.join(", "), interests.join(", ")]), 0)),
      team.length === 0 ? null : section(say.t("report-team"),
        table([say.t("header-handle"), say.t("header-platform"), say.t("header-rank"), say.t("header-score"), say.t("report-stage"), say.t("report-cost")],
          team.map(({ name, platform, rank, score, stage, cost }) => [name, platform, rank === null ? UNKNOWN : say.number(rank), number(say, score, 1), stage, cost === null ? UNKNOWN : say.number(cost)]), 0)),
      section(say.t("report-cannot"),
        h("ul", null,
          missing.map((name) => h("li", null, h("strong", null, say.t(`factor-${name}`)), ` ${reasonText(say, summary.coverage[name].reason)}`)),
          h("li", null, say.t("report-limit-sample", { accounts: summary.accounts })),
          h("li", null, say.t("report-limit-cause")),
          h("li", null, say.t("report-limit-people")))),
      section(say.t("report-basis"),
        h("dl", null, notes(report).flatMap(([name, text]) => [h("dt", null, name), h("dd", null, text)])),
        h("p", { class: "note" }, say.t("report-method-note")))),
    h("div", { class: "running bottom" }, h("p", null, say.t("footer-promise"))));
}

/** @param {string} title @param {...(Node | null | Node[])} children */
function section(title, ...children) {
  return h("section", null, h("h2", null, title), ...children);
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 * @param {number} header the column that names the row
 */
function table(head, rows, header) {
  return h("div", { class: "scroll" }, h("table", null,
    h("thead", null, h("tr", null, head.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", null, rows.map((row) => h("tr", null, row.map((text, at) => (at === header ? h("th", { scope: "row" }, text) : h("td", null, text))))))));
}

/**
 * Why one person stands where they stand.
 * @param {Report} report
 * @param {Shown} person
 */
function card({ say, summary }, { who, name, dossier }) {
  const { explanation: { baseline }, factors, score } = dossier;
  const told = factors.filter((factor) => factor.available && factor.contribution !== null)
    .sort((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0)).slice(0, STRONGEST);
  const unknown = factors.filter((factor) => !factor.available).map((factor) => say.t(`factor-${factor.name}`));
  return h("div", { class: "person" },
    h("h3", null, dossier.rank === null ? "" : `${say.number(dossier.rank)}. `, h("bdi", null, who), name && name !== who ? h("small", null, " ", h("bdi", null, name)) : null),
    h("p", { class: "meta" }, [dossier.platform === "unknown" ? "" : say.t(`platform-${dossier.platform}`), dossier.rank === null ? say.t("dossier-apart") : say.t("dossier-rank", { rank: dossier.rank, ranked: summary.ranked }), interval(say, dossier)].filter((text) => text && text !== UNKNOWN).join(" · ")),
    score === null || baseline === null ? h("p", null, say.t("why-none")) : h("p", null, say.t("waterfall-summary", { score: say.number(score, 1), baseline: say.number(baseline, 1) })),
    h("ul", null, told.map((factor) => h("li", null, h("strong", null, say.t(`factor-${factor.name}`)), ` ${factorText(say, factor)}${percentile(say, summary, factor)}`))),
    h("p", { class: "note" }, say.t("report-evidence-count", { posts: dossier.evidenceTotal, people: dossier.reactorsTotal }),
      unknown.length > 0 ? ` ${say.t("report-unknown", { factors: say.list(unknown) })}` : null));
}

/**
 * @param {Translator} say
 * @param {Summary} summary
 * @param {FactorDetail} factor
 */
function percentile(say, summary, { name, percentile: at }) {
  return at === null ? "" : ` ${say.t("percentile", { percentile: Math.floor(at), accounts: summary.coverage[/** @type {SubFactor} */ (name)].accounts })}`;
}

/** @param {Translator} say @param {number | null | undefined} value @param {number} digits */
function number(say, value, digits) {
  return value === null || value === undefined ? UNKNOWN : say.number(value, digits);
}

/** @param {Translator} say @param {Dossier} dossier */
function rankOf(say, { rank }) {
  return rank === null ? UNKNOWN : say.number(rank);
}

/** @param {Translator} say @param {Dossier} dossier */
function interval(say, { profile: { uncertainty } }) {
  const { rankLow = null, rankHigh = null } = uncertainty ?? {};
  if (rankLow === null || rankHigh === null || Number.isNaN(rankLow)) return UNKNOWN;
  return rankLow === rankHigh ? say.number(rankLow) : say.t("report-ranks", { low: say.number(rankLow), high: say.number(rankHigh) });
}

/**
 * The report as a file: HTML without script, under a policy of its own.
 * @param {Report} report
 */
export function reportHtml(report) {
  const { say } = report;
  const policy = `default-src 'none'; style-src ${REPORT_STYLE_HASH}; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${say.lang}">
<head>
<meta charset="utf-8">
${html(h("meta", { "http-equiv": "Content-Security-Policy", content: policy })).replace("</meta>", "")}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Sillage">
<title>${escaped(`${say.t("report-title")} · Sillage`)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
${html(reportBody(report))}
</main>
</body>
</html>
`;
}

/** @param {Node | string} node @returns {string} */
function html(node) {
  if (typeof node === "string") return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  const line = /^(section|div|article|table|thead|tbody|tr|ul|dl|header|h\d|p|li|dt|dd)$/.test(node.tag) ? "\n" : "";
  return `<${node.tag}${attributes}>${node.children.map(html).join("")}</${node.tag}>${line}`;
}

/**
 * The same as elements of a document that is open: made one by one, never parsed.
 * @param {Node | string} node
 * @returns {globalThis.Node}
 */
export function elements(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const element = document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value);
  element.append(...node.children.map(elements));
  return element;
}

/** Text that stays text, without what turns a line around. @param {string} text */
export function escaped(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"'`]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
