/**
 * @import { Receipt } from "../../shared/engine.d.ts"
 * @import { Desk } from "./desk.js"
 */
import { receiptCsv, total, withoutExcerpts } from "./receipts.js";
import { save } from "./save.js";

/**
 * Receipts as a file: `json` for programs, `csv` for people. Where people are left out, nothing of what they wrote is in it.
 * @param {Desk} desk
 * @param {"csv" | "json"} kind
 * @param {readonly Receipt[]} receipts
 * @param {string} name of what they are of
 */
export function saveReceipts(desk, kind, receipts, name) {
  const stem = name.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 80) || "data";
  const { settings, summary } = desk.state;
  const leftOut = settings.optOut.length > 0 ? summary?.optOut ?? null : null;
  const shown = settings.optOut.length > 0 ? receipts.map(withoutExcerpts) : receipts;
  const text = kind === "csv" ? receiptCsv(desk.say, shown, leftOut)
    : `${JSON.stringify({ ...(shown.length === 1 ? shown[0] : { total: total(shown), files: shown }), ...(leftOut ? { leftOut } : {}) }, null, 2)}\n`;
  const type = kind === "csv" ? "text/csv;charset=utf-8" : "application/json";
  save(new Blob([text], { type }), `${stem}.${desk.say.t("file-receipt")}.${kind}`, desk);
  desk.announce("announce-saved");
}
