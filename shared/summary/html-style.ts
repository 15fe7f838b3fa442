/**
 * How the file looks on a screen and on paper. On paper nothing is translucent, but of the colour that it would have: each
 * such element is a layer of its own, which Chromium looks at for each page.
 */
export const HTML_STYLE = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 15px/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 1px solid; }
h3 { font-size: 1rem; }
p { margin: .5rem 0; }
table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .15rem .6rem .15rem 0; text-align: left; vertical-align: top; font-weight: normal; }
thead th { border-bottom: 1px solid; font-weight: 600; }
.right { text-align: right; }
.in-1 { padding-left: 1rem; }
.in-2 { padding-left: 2rem; }
.in-3, .in-4, .in-5, .in-6, .in-7, .in-8, .in-9 { padding-left: 3rem; }
ul { list-style: none; padding: 0; }
li { margin: .5rem 0; }
li p, li blockquote { margin: .1rem 0 .1rem 1.5rem; }
li .head { margin-left: 0; }
.day { opacity: .75; white-space: nowrap; }
.point { padding-left: .9em; text-indent: -.9em; }
.point::before { content: "\\2013"; display: inline-block; width: .9em; text-indent: 0; }
.remark { opacity: .85; }
blockquote { border-left: 2px solid; padding-left: .6rem; white-space: pre-wrap; font-family: ui-monospace, monospace; font-size: .9em; }
.links { padding-left: 2rem; }
.seal { white-space: pre-wrap; font-size: .8rem; margin-top: 2rem; }
@page { margin: 18mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; color: #000; background: #fff; }
  h2, h3, thead { break-after: avoid; }
  li, tr, blockquote { break-inside: avoid; }
  .day { opacity: 1; color: #404040; }
  .remark { opacity: 1; color: #262626; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The hash under which the file's own policy lets that style in, and no other (CSP 3, 8.4). Its test says the right one. */
export const STYLE_HASH = 'sha256-tkQY7C4Xj2RlKSu3ithYpopFmdzpksOOb4XRUP/FrTY=';
