/** Elements whose content is no text for people. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'iframe', 'object']);
/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tr ul'.split(
    ' ',
  ),
);
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['copy', '©'],
  ['reg', '®'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['euro', '€'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Uuml', 'Ü'],
  ['szlig', 'ß'],
  ['eacute', 'é'],
  ['egrave', 'è'],
]);

/**
 * The text of an HTML mail for reading, quotes marked with `> `. It builds nothing that could run or fetch: one pass
 * over the characters, in linear time, whatever the markup is.
 */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  /** pieces of the line at hand: a growing string would be copied for every piece */
  let line: string[] = [];
  let spaced = true;
  let depth = 0;
  let preformatted = 0;
  const lower = html.toLowerCase();
  const endLine = (always: boolean): void => {
    const joined = line.join('');
    const text = preformatted > 0 ? joined.trimEnd() : joined.trim();
    if (always || text !== '') lines.push(`${'> '.repeat(depth)}${text}`.trimEnd());
    line = [];
    spaced = true;
  };
  const add = (text: string): void => {
    if (preformatted === 0) {
      const words = text.replace(/\s+/g, ' ');
      const shown = spaced ? words.trimStart() : words;
      if (shown === '') return;
      line.push(shown);
      spaced = shown.endsWith(' ');
      return;
    }
    text.split(/\r?\n/).forEach((each, at) => {
      if (at > 0) endLine(true);
      line.push(each);
    });
  };
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    add(unescape(html.slice(at, open === -1 ? html.length : open)));
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
      continue;
    }
    const tag = /^<(\/?)([a-z][a-z0-9]{0,20})(?=[\s/>])/.exec(lower.slice(open, open + 25));
    if (tag === null && !/^<[!?/]/.test(html.slice(open, open + 2))) {
      add('<');
      at = open + 1;
      continue;
    }
    at = after(html, '>', open);
    if (tag === null) continue;
    const closing = tag[1] === '/';
    const name = tag[2] ?? '';
    if (SILENT.has(name) && !closing) {
      const end = lower.indexOf(`</${name}`, at);
      at = end === -1 ? html.length : after(html, '>', end);
    } else if (name === 'br') endLine(true);
    else if (BLOCKS.has(name)) {
      endLine(closing && name === 'p');
      if (name === 'blockquote') depth = Math.min(20, Math.max(0, depth + (closing ? -1 : 1)));
      if (name === 'pre') preformatted = Math.max(0, preformatted + (closing ? -1 : 1));
      if (name === 'li' && !closing) line = ['- '];
    } else if ((name === 'td' || name === 'th') && closing) add(' ');
  }
  endLine(false);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-f]{1,7}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const real = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return real ? String.fromCodePoint(code) : '\ufffd';
  });
}
