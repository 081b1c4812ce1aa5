/** How the page is printed: the screen that is open, or the report in its place. */
import { REPORT_STYLE } from "../../state/report-style.js";

/**
 * The report stands in the document itself, where the page's shadow trees are not; what of its style belongs to a document
 * of its own is left out.
 */
const OWN = REPORT_STYLE.replace(/^:root\{[^}]*\}$/m, "").replace(/^\*\{[^}]*\}$/m, ".report *{box-sizing:border-box}").replace(/^body\{[^}]*\}$/m, "");
const STYLE = `${OWN}
#sillage-print{display:none;font:400 1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media print{
:root[data-print="report"]{color-scheme:light;background:#fff}
:root[data-print="report"] body{background:#fff}
:root[data-print="report"] sillage-app{display:none}
:root[data-print="report"] #sillage-print{display:block}
}`;
let done = false;

/** The document can be printed as the report. Its styles are brought when they are first wanted. */
export function printable() {
  if (done) return;
  done = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
