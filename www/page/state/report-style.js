/** How a report looks, on screens and on paper. Light colours only: it is made to be printed and passed on. */
export const REPORT_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#10222c;font:400 1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.report{max-width:60rem;margin:0 auto;padding:2.5rem clamp(1rem,4vw,3rem) 3rem;background:#fff;color:#10222c}
.report h1,.report h2,.report h3{font-family:Newsreader,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;font-weight:560;line-height:1.2;margin:0;text-wrap:balance}
.report h1{font-size:2.25rem}.report h2{font-size:1.5rem;margin-bottom:.75rem}.report h3{font-size:1.1875rem}
.report p,.report ul,.report dl{margin:0}
.report ul{padding-inline-start:1.125rem;display:grid;gap:.25rem}
.report header{display:grid;gap:.5rem;border-bottom:3px solid #0b5563;padding-bottom:1.25rem}
.report .kicker{color:#0b5563;font-weight:600;letter-spacing:.04em}
.report .lead{font-size:1.125rem}
.report .meta,.report .note,.report small{color:#46575f}
.report .note,.report small{font-size:.875rem}
.report section{margin-top:2.25rem;display:grid;gap:.75rem}
.report .findings{font-size:1.0625rem;gap:.5rem}
.report .scroll{overflow-x:auto}
.report table{width:100%;border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
.report th,.report td{padding:.375rem .5rem;text-align:start;vertical-align:top;border-bottom:1px solid #d8dcd8;overflow-wrap:anywhere}
.report thead th{border-bottom:2px solid #0b5563;font-weight:600;overflow-wrap:normal}
.report tbody th{font-weight:600;min-width:15em}
.report .person{display:grid;gap:.375rem;padding-top:1rem;border-top:1px solid #d8dcd8}
.report dl{display:grid;grid-template-columns:minmax(9rem,1fr) 3fr;gap:.375rem 1rem;font-size:.875rem}
.report dt{font-weight:600;overflow-wrap:anywhere}.report dd{margin:0;overflow-wrap:anywhere}
.report .running{display:none}
@media (max-width:36rem){.report dl{grid-template-columns:1fr}.report dd{margin-bottom:.5rem}}
@page{size:A4;margin:14mm 15mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#46575f}}
@media print{
.report{display:table;width:100%;max-width:none;padding:0;font-size:10pt}
.report .flow{display:table-row-group}
.report .running{font-size:8pt;color:#46575f;break-inside:avoid}
.report .top{display:table-header-group}.report .bottom{display:table-footer-group}
.report .running p{display:inline-block;margin:0 5mm 3mm 0}.report .bottom p{margin:3mm 5mm 0 0}
.report h1{font-size:22pt}.report h2{font-size:15pt}.report h3{font-size:12pt}
.report .scroll{overflow:visible}.report th,.report td{padding-inline:.25rem}
.report thead{display:table-header-group}
.report tr,.report .person,.report li{break-inside:avoid}
.report h2,.report h3{break-after:avoid}
.report table,.report .note,.report small,.report dl{font-size:8.5pt}
}
`;

/** Of exactly that text; a test compares the two. */
export const REPORT_STYLE_HASH = "'sha256-KkEs7LCftqwaIMtoBeane3wSRhDlZJlhkRLlEqL216A='";
