/** The style sheet of the server's pages; contrasts are those of the design tokens, at least 4.5 to 1. */
export const STYLE = `:root{--ink:#16202b;--muted:#4a5a6a;--line:#c9d2da;--control:#66727f;--canvas:#f5f7f9;--brand:#0b5a8f;--ok:#1b6e3c;--ok-bg:#e7f4ec;
--warn:#8a4b00;--warn-bg:#fff3df;--danger:#a61b1b;--danger-bg:#fdecec}
*{box-sizing:border-box}
html{font:15px/1.45 "Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--canvas)}
body{margin:0}
a{color:var(--brand)}
:focus-visible{outline:2px solid var(--ink);outline-offset:1px;box-shadow:0 0 0 4px #ffbf47}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:#fff;padding:8px}
.top{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;justify-content:space-between;background:var(--brand);color:#fff;padding:8px 16px}
.top a,.top .plain{color:#fff}
.top nav{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}
.top nav a,.top nav span,.top .plain{display:inline-block;padding:4px 0}
.brand{font-weight:700;font-size:20px;text-decoration:none}
.plain{border:0;background:none;font:inherit;text-decoration:underline;cursor:pointer}
main{max-width:1280px;margin:0 auto;padding:16px}
h1{font-size:24px;margin:8px 0}
h2{font-size:19px;margin:24px 0 8px}
section{background:#fff;border:1px solid var(--line);border-radius:6px;padding:4px 16px 16px;margin:16px 0}
.bar{display:flex;flex-wrap:wrap;gap:12px 16px;align-items:end;background:#fff;border:1px solid var(--line);border-radius:6px;padding:12px 16px}
.bar.past{border:2px solid #8a4b00;background:var(--warn-bg)}
.bar div,.bar select{max-width:100%}
.bar p{flex-basis:100%;margin:0;color:var(--warn);font-weight:600}
label{display:block;font-weight:600}
input,select,button{font:inherit;min-height:36px;padding:4px 8px;border:1px solid var(--control);border-radius:4px;background:#fff;color:var(--ink);max-width:100%}
button{background:var(--brand);border-color:var(--brand);color:#fff;padding:4px 16px;cursor:pointer}
.top button{min-height:0;background:none}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:8px 0}
th,td{padding:7px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{color:var(--muted);border-bottom:2px solid var(--control);vertical-align:bottom}
thead th,td{min-width:84px}
tbody th{min-width:140px;font-weight:500}
tbody tr:hover{background:var(--canvas)}
tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--control)}
caption.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
td small{display:block;color:var(--warn);white-space:normal}
.note{color:var(--muted)}
.figure{font-size:28px;font-weight:700;margin:8px 0}
dl{display:grid;grid-template-columns:minmax(120px,max-content) 1fr;gap:4px 16px}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
.verdict{display:inline-block;padding:4px 12px;border-radius:4px;font-weight:700}
.ok{color:var(--ok);background:var(--ok-bg)}
.bad{color:var(--danger);background:var(--danger-bg)}
.gone{text-decoration:line-through}
.tabs{display:flex;flex-wrap:wrap;gap:4px 16px;margin:8px 0;padding:0;list-style:none}
.tabs [aria-current]{font-weight:700}
pre{overflow-x:auto;background:var(--canvas);padding:8px;margin:4px 0;white-space:pre-wrap;overflow-wrap:anywhere}
.sign{max-width:360px}
.sign input{width:100%;margin-bottom:12px}
@media (max-width:480px){dl{grid-template-columns:1fr}dt{margin-top:6px}main{padding:8px}section{padding:4px 8px 12px}}
@media print{@page{size:A4 landscape;margin:12mm}html{background:#fff;font-size:11px}.top nav,.skip,.tabs,.bar button,.bar a{display:none}
.top{color:#000;background:none;padding:0}.top a{color:#000}a{color:inherit;text-decoration:none}section{border:0;padding:0;break-inside:avoid}
thead{display:table-header-group}tr{break-inside:avoid}.scroll{overflow:visible}}
@media (forced-colors:active){.verdict{border:1px solid}}
`;
