import { fieldsOf, type Header } from './header';
import { htmlToText } from './html-text';
import type { Mail } from './mail';
import { isHeaderLine } from './separator';
import type { Platform } from './platform';
import { mailOf } from './read-mail';

const NAVIGATION = /^\s*(?:\[<?(?:prev|next|thread-prev|thread-next|day|month|year|list)>?\]\s*){3,}$/;
const OPENWALL_END = /^\s*Powered by blists\b/;
const MARC_END = /^\s*\[prev in list\]/;
const MARC_DATE = /^(\d{4})-(\d\d)-(\d\d) +(\d{1,2}):(\d\d):(\d\d)$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** so many lines of a page stand above its mail at most */
const TOP = 80;

type Archive = 'openwall' | 'marc';

/** Which archive's page a text is, by its first lines; as text or as HTML. */
export function archiveOf(head: string): Archive | undefined {
  const lines = pageText(head).trimStart().split(/\r?\n/, TOP);
  if (/^List:\s+\S/.test(lines[0] ?? '') && lines.some((line) => /^Message-ID:.* \(\) /i.test(line))) return 'marc';
  // a mail may quote a page, but a page begins with its archive's own words
  if (isHeaderLine(lines[0] ?? '') || lines[0]?.startsWith('From ') === true) return undefined;
  const navigation = lines.findIndex((line) => NAVIGATION.test(line));
  return navigation !== -1 && lines.slice(navigation + 1).some(isHeaderLine) ? 'openwall' : undefined;
}

/**
 * The mail that an archive's page shows. A page leaves out most headers, so it can't be told what the mail answers;
 * openwall cuts the addresses, marc only writes them in another way.
 */
export function readArchivePage(page: string, bytes: Uint8Array, platform: Platform): Mail | undefined {
  const archive = archiveOf(page);
  if (archive === undefined) return undefined;
  const lines = pageText(page).split(/\r?\n/);
  const from = archive === 'marc' ? lines.findIndex(isHeaderLine) : afterNavigation(lines);
  const blank = lines.findIndex((line, at) => at > from && line.trim() === '');
  if (blank === -1) return undefined;
  const end = lines.findIndex((line, at) => at > blank && (archive === 'marc' ? MARC_END : OPENWALL_END).test(line));
  const fields = fieldsOf(refolded(lines.slice(from, blank)).join('\n'));
  const header: Header = { ...(archive === 'marc' ? { ...fields, fields: asSent(fields.fields) } : fields), bodyAt: 0 };
  const text = lines
    .slice(blank + 1, end === -1 ? lines.length : end)
    .filter((line) => !/^\[Download RAW message or body\]$/.test(line.trim()))
    .join('\n');
  const warnings = ['An archive’s page does not say what it answers.'];
  return mailOf({ bytes, place: 0, cut: end === -1 }, header, { text, warnings }, platform);
}

function pageText(page: string): string {
  return /^\s*<(?:!doctype html|html)/i.test(page) ? htmlToText(page) : page;
}

/** The first header line behind the page's own navigation. */
function afterNavigation(lines: readonly string[]): number {
  const navigation = lines.findIndex((line) => NAVIGATION.test(line));
  return lines.findIndex((line, at) => at > navigation && isHeaderLine(line));
}

/** Some dumps lose the indent of a folded line; it goes on while the line above ends in a comma. */
function refolded(lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => (at > 0 && /,\s*$/.test(lines[at - 1] ?? '') ? ` ${line.trimStart()}` : line));
}

/** marc's `user () host ! example` and its date, as they were sent. */
function asSent(fields: Header['fields']): Header['fields'] {
  const restored = (value: string): string =>
    value
      .replace(/ \(\) /g, '@')
      .replace(/ ! /g, '.')
      .replace(MARC_DATE, (...found: string[]) => {
        const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = found;
        return `${day} ${MONTHS[Number(month) - 1] ?? ''} ${year} ${hour}:${minute}:${second} +0000`;
      });
  return new Map(
    [...fields].map(([name, values]) => [
      name,
      ['from', 'to', 'cc', 'message-id', 'date', 'in-reply-to'].includes(name) ? values.map(restored) : values,
    ]),
  );
}
