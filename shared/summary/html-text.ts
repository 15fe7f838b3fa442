import type { Id } from '../record/ids';
import { assertNever } from '../result';
import { ofEach } from '../steps';
import type { Block, Item, Statement, Summary } from './document';
import { isSameSource, type FormLine } from './form-line';
import { HTML_STYLE, STYLE_HASH } from './html-style';
import { signatureLines } from './seal';
import { idsOf } from './sources';

type Table = Extract<Block, { type: 'table' }>;

/**
 * The summary as one HTML file: no script, nothing loaded from anywhere, one element a line. `data-entries` holds the
 * ids of the entries that an element comes from, as do the elements in it that have none of their own. Every text is text: there is no way for a word to become a tag. There is a pause behind each block.
 */
export function* htmlLines(summary: Summary): Generator<void, readonly FormLine[]> {
  const { title, links } = summary;
  const signature = signatureLines(summary);
  const policy = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  return [
    own('<!doctype html>'),
    own('<html lang="en">'),
    own('<head>'),
    own('<meta charset="utf-8">'),
    own(`<meta http-equiv="Content-Security-Policy" content="${policy}">`),
    own('<meta name="viewport" content="width=device-width">'),
    own('<meta name="referrer" content="no-referrer">'),
    own(`<title>${escaped(title)}</title>`),
    ...`<style>${HTML_STYLE}</style>`.split('\n').map(own),
    own('</head>'),
    own('<body>'),
    own(`<h1>${escaped(title)}</h1>`),
    ...(yield* ofEach(summary.blocks, blockLines)),
    ...(links.length === 0 ? [] : [own('<ol class="links">'), ...links.map(linkLine), own('</ol>')]),
    ...(signature.length === 0 ? [] : ['<pre class="seal">', ...signature.map(escaped), '</pre>'].map(own)),
    own('</body>'),
    own('</html>'),
  ];
}

function own(text: string): FormLine {
  return { text, from: [] };
}

/** One element on one line. */
function element(tag: string, inside: string, from: readonly Id[], attributes = ''): FormLine {
  return { text: `<${tag}${attributes}${entries(from)}>${inside}</${tag}>`, from };
}

function entries(ids: readonly Id[]): string {
  return ids.length === 0 ? '' : ` data-entries="${ids.join(' ')}"`;
}

function said({ text, links }: Statement): string {
  const cited = links.map((at) => `<a href="#link-${String(at)}">[${String(at)}]</a>`);
  return [escaped(text).replaceAll('\n', '<br>'), ...cited].join(' ');
}

function linkLine(link: string, at: number): FormLine {
  const href = escaped(link);
  return own(`<li id="link-${String(at + 1)}"><a href="${href}" rel="noopener noreferrer">${href}</a></li>`);
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

function blockLines(block: Block): readonly FormLine[] {
  switch (block.type) {
    case 'heading': {
      const id = block.about === undefined ? '' : ` id="${escaped(block.about)}"`;
      return [element(`h${String(block.level + 1)}`, said(block.said), idsOf(block.said.from), id)];
    }
    case 'paragraph':
      return [element('p', said(block.said), idsOf(block.said.from))];
    case 'table':
      return tableLines(block);
    case 'items':
      return [own(`<ul class="${block.of}">`), ...block.items.flatMap(itemLines), own('</ul>')];
    default:
      return assertNever(block);
  }
}

function tableLines({ columns, rows }: Table): readonly FormLine[] {
  const align = (at: number): string => (columns[at]?.align === 'right' ? ' class="right"' : '');
  const heads = columns.map(({ title }, at) => `<th scope="col"${align(at)}>${escaped(title)}</th>`).join('');
  return [
    own('<table>'),
    own(`<thead><tr>${heads}</tr></thead>`),
    own('<tbody>'),
    ...rows.map(({ cells, from }) => {
      const [first = '', ...others] = cells;
      const depth = Math.min(9, Math.floor((first.length - first.trimStart().length) / 2));
      const name = `<th scope="row" class="in-${String(depth)}">${escaped(first.trim())}</th>`;
      const cell = (text: string, at: number): string => `<td${align(at + 1)}>${escaped(text)}</td>`;
      return element('tr', name + others.map(cell).join(''), idsOf(from));
    }),
    own('</tbody>'),
    own('</table>'),
  ];
}

function itemLines({ mark, head, date, lines }: Item): readonly FormLine[] {
  const sign = mark === '-' ? '' : `<b>${escaped(mark)}</b> `;
  const day = date === undefined ? '' : ` <span class="day">${escaped(date)}</span>`;
  const from = idsOf(head.from);
  return [
    { text: `<li${entries(from)}>`, from },
    { ...element('p', `${sign}${said(head)}${day}`, [], ' class="head"'), from },
    ...lines.map((line) => {
      const behind = line.from === head.from ? from : idsOf(line.from);
      const ids = isSameSource(behind, from) ? [] : behind;
      const made =
        line.sort === 'quote'
          ? element('blockquote', said(line), ids)
          : element('p', said(line), ids, ` class="${line.sort}"`);
      return { ...made, from: behind };
    }),
    own('</li>'),
  ];
}
