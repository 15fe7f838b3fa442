import { atOnce } from '../steps';
import type { Block, Summary } from './document';
import type { FormLine } from './form-line';
import { OWN, putBlock, type NumberOf, type Put } from './mail-block';
import { signatureLines } from './seal';
import { idsOf, type Source } from './sources';

/** What is known of a summary when all of its blocks are made. */
type Frame = Omit<Summary, 'blocks'>;

/** The body of the mail: plain text with LF, at most 72 columns but for link lines, ending in the seal. */
export function mailText(summary: Summary): string {
  const mail = mailSetting();
  summary.blocks.forEach(mail.put);
  return mail.end(summary);
}

/** The same of a summary that is set as it is made, so that of a large one the document is never held whole. */
export function mailTextOf(making: Iterator<Block | undefined, Frame>): string {
  const mail = mailSetting();
  let next = making.next();
  for (; next.done !== true; next = making.next()) if (next.value !== undefined) mail.put(next.value);
  return mail.end(next.value);
}

/** The texts of positions, which are most of a mail: those in which nothing changed are the same block in the next mail. */
const positionTexts = new WeakMap<Block, string | undefined>();

/** A mail that is set block by block. */
export interface MailSetting {
  readonly put: (block: Block) => void;
  readonly end: (frame: Frame) => string;
}

export function mailSetting(): MailSetting {
  const parts: (string | Block | undefined)[] = [];
  const textAt = (block: Block, at: number, numberOf: NumberOf): string | undefined =>
    asText((put) => {
      if (at > 0) put('', OWN);
      putBlock(block, numberOf, put);
    });
  return {
    put: (block) => {
      if (parts.length > 0 && positionTexts.has(block)) {
        parts.push(positionTexts.get(block));
        return;
      }
      const asked: string[] = [];
      const text = textAt(block, parts.length, (address) => asked.push(address));
      if (parts.length > 0 && isPositions(block) && asked.length === 0) positionTexts.set(block, text);
      // an address that becomes a link has its number when all that is cited has one: the few blocks with one wait
      parts.push(asked.length > 0 ? block : text);
    },
    end: (frame) => {
      const links = [...frame.links];
      const numberOf = numbering(links);
      const texts = parts.map((part, at) => (typeof part === 'object' ? textAt(part, at, numberOf) : part));
      const end = asText((put) => {
        putEnd(frame, links, put);
      });
      return [...texts, end, ''].filter((text) => text !== undefined).join('\n');
    },
  };
}

function isPositions(block: Block): boolean {
  return block.type === 'items' && block.of === 'positions';
}

/** So many lines are made into text at once, so that of a long block there are never all of its lines beside its text. */
const AT_ONCE = 1_000;

/** Lines as a text without its last LF; undefined where there are none. */
function asText(putAll: (put: Put) => void): string | undefined {
  const parts: string[] = [];
  let lines: string[] = [];
  putAll((text) => {
    lines.push(text);
    if (lines.length < AT_ONCE) return;
    parts.push(lines.join('\n'));
    lines = [];
  });
  if (lines.length > 0) parts.push(lines.join('\n'));
  return parts.length === 0 ? undefined : parts.join('\n');
}

/** The same line by line, each with the entries behind it. */
export function mailLines(summary: Summary): readonly FormLine[] {
  return atOnce(mailLinesInSteps(summary));
}

/** The same with a pause behind each block. */
export function* mailLinesInSteps(summary: Summary): Generator<void, readonly FormLine[]> {
  const lines: FormLine[] = [];
  let behind: readonly Source[] = OWN;
  let ids = idsOf(behind);
  const put: Put = (text, from) => {
    // the lines of a statement come one after the other
    if (from !== behind) ids = idsOf((behind = from));
    lines.push({ text, from: ids });
  };
  const links = [...summary.links];
  const numberOf = numbering(links);
  for (const [at, block] of summary.blocks.entries()) {
    if (at > 0) put('', OWN);
    putBlock(block, numberOf, put);
    yield;
  }
  putEnd(summary, links, put);
  return lines;
}

/** Numbers for addresses behind those of the links that are known: each is added once. */
function numbering(links: string[]): NumberOf {
  return (address) => {
    const at = links.indexOf(address);
    return at === -1 ? links.push(address) : at + 1;
  };
}

/** The links and the seal. */
function putEnd(frame: Frame, links: readonly string[], put: Put): void {
  const seal = frame.seal === undefined ? [] : ['-- ', ...signatureLines(frame, 'mail')];
  if (links.length + seal.length > 0) put('', OWN);
  links.forEach((link, at) => {
    put(`[${at + 1}] ${link}`, OWN);
  });
  if (links.length > 0) put('', OWN);
  for (const line of seal) put(line, OWN);
}
