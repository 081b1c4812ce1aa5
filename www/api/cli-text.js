/**
 * @import { Dossier, Part, RankingWindow, Receipt, Summary } from "../shared/engine.d.ts"
 * @import { Translator } from "../shared/translate.js"
 */
import { errorText, factorText, findings, formatText, halfLifeText, issueText, known, receiptSum, skippedText } from "../shared/phrases.js";
import { PILLARS } from "../shared/settings.js";
import { plain } from "../shared/translate.js";

/**
 * A receipt in a few lines.
 * @param {Translator} say
 * @param {Receipt} receipt
 * @param {boolean} [full] with its columns and places
 */
export function receiptText(say, receipt, full = false) {
  const lines = [
    `${plain(receipt.name)}: ${formatText(say, receipt.format)}`,
    `  ${receiptSum(say, receipt)}`,
    `  ${say.t("receipt-content", { posts: receipt.posts, ties: receipt.ties, selfTies: receipt.selfTies })}`,
  ];
  if (receipt.firstTime !== null) {
    lines.push(`  ${say.t("receipt-period", { from: say.date(receipt.firstTime), to: say.date(receipt.lastTime) })}`);
  }
  for (const issue of receipt.issues) {
    lines.push(`  - ${issueText(say, issue)}`);
    if (!full) continue;
    for (const place of issue.places) {
      lines.push(`      ${say.t("receipt-place", { row: place.row, line: place.line })} ${plain(place.excerpt)}`);
    }
  }
  if (full) {
    for (const column of receipt.columns) {
      lines.push(`  ${plain(column.name)} → ${known(say, "role", column.role)}: ${column.samples.map(plain).join(" · ")}`);
    }
  }
  for (const part of receipt.parts ?? []) lines.push(...partLines(say, part, full));
  return `${lines.join("\n")}\n`;
}

/**
 * What became of a file inside an archive or a folder. Those passed over are told of in a full receipt only.
 * @param {Translator} say
 * @param {Part} part
 * @param {boolean} full
 */
function partLines(say, { path, receipt, skipped, error }, full) {
  if (error) return [`  ${plain(path)}: ${errorText(say, error)}`];
  if (skipped) return full ? [`  ${plain(path)}: ${skippedText(say, skipped)}`] : [];
  const text = receipt ? receiptText(say, { ...receipt, name: path }, full).trimEnd() : "";
  return text.split("\n").map((line) => `  ${line}`);
}

/**
 * @param {Translator} say
 * @param {RankingWindow} window
 * @param {Summary} summary
 */
export function rankingTable(say, window, summary) {
  const head = ["", say.t("column-account"), say.t("column-score"), ...PILLARS.map((pillar) => say.t(`pillar-${pillar}`)),
    say.t("column-resharers"), say.t("column-followers"), say.t("column-posts")];
  const rows = window.rows.map((row) => [
    row.rank === null ? "" : say.number(row.rank),
    plain(row.handle),
    say.number(row.score, 1),
    ...PILLARS.map((pillar) => say.number(row[pillar])),
    say.number(row.resharers), say.number(row.followers), say.number(row.posts),
  ]);
  const table = columns([head, ...rows]);
  const notes = [...findings(say, summary), halfLifeText(say, summary.halfLife),
    say.t("ranking-among", { ranked: summary.ranked, accounts: summary.accounts })];
  return `${table}\n\n${notes.join("\n")}\n`;
}

/**
 * @param {Translator} say
 * @param {Dossier} dossier
 * @param {Summary} summary
 */
export function explanationText(say, dossier, summary) {
  const lines = [
    dossier.rank === null ? `${plain(dossier.handle)}: ${say.t("dossier-apart")}`
      : `${plain(dossier.handle)}: ${say.t("dossier-rank", { rank: dossier.rank, ranked: summary.ranked })}`,
    say.t("waterfall-summary", {
      score: say.number(dossier.explanation.score, 1), baseline: say.number(dossier.explanation.baseline, 1),
    }),
    "",
  ];
  for (const part of dossier.explanation.contributions) {
    const times = part.contribution === null ? "–" : say.number(Math.exp(part.contribution), 2);
    lines.push(`${say.t(`pillar-${part.pillar}`)} ${say.number(part.value, 1)} (× ${times})`);
    for (const factor of dossier.factors) {
      if (factor.pillar !== part.pillar) continue;
      lines.push(`  ${say.t(`factor-${factor.name}`)} ${say.number(factor.value, 1)}: ${factorText(say, factor)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Rows of cells in columns; the second one to the left, the others to the right. @param {string[][]} rows */
export function columns(rows) {
  /** @type {number[]} */
  const widths = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, [...cell].length)));
  return rows.map((row) => row.map((cell, i) => {
    const fill = " ".repeat((widths[i] ?? 0) - [...cell].length);
    return i === 1 ? cell + fill : fill + cell;
  }).join("  ").trimEnd()).join("\n");
}
