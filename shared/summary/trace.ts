import type { Sha256InPieces } from '../env';
import { isInstant, toInstant, type Id, type Instant, type Slug } from '../record/ids';
import type { Session } from '../session/session';
import type { Block } from './document';
import type { FormLine } from './form-line';
import { formLines, type Form } from './forms';
import { atOnce } from '../steps';
import { htmlLines } from './html-text';
import { headingLines } from './mail-block';
import { markdownLines } from './markdown-text';
import { WHOLE_IS_THERE } from './opening-part';
import { afterSeal } from './seal';
import { settingsIn, type Settings } from './settings';
import { saysItIsAPart } from './split';
import { summarise, type SummaryOptions } from './summarise';

/** One line of a form that somebody holds, with the entries behind it; undefined where Gavel did not write it so. */
export interface TracedLine {
  readonly text: string;
  readonly from: readonly Id[] | undefined;
}

/**
 * Makes a form again from the session that it was made of, and lays the two side by side. How it was made the form says
 * itself, and a mail's moment is its Date; for one that has none it is `now`.
 */
export function traceForm(text: string, session: Session, now: Instant, sha256: Sha256InPieces): readonly TracedLine[] {
  const wanted = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const options = { ...madeWith(text, now), sha256 };
  const traced = waysMade(text, wanted, session, options).map((known) => follow(wanted, known));
  return traced.reduce((a, b) => (unknownIn(b) < unknownIn(a) ? b : a));
}

function madeWith(text: string, now: Instant): Settings {
  return { ...settingsIn(afterSeal(text)), at: momentIn(text) ?? now };
}

/** The moment that a form was made for, where it says it. */
export function momentIn(text: string): Instant | undefined {
  return settingsIn(afterSeal(text)).at ?? dateOf(text) ?? writtenIn(text);
}

/** The moment in a mail's Date header, which is what its assessments were made for. */
function dateOf(mail: string): Instant | undefined {
  return instantAt(Date.parse(/^Date: (.*)$/m.exec(mail)?.[1] ?? ''));
}

const DAY = 86_400_000;

/** The minute in which a mail's text without headers was written, where it says so: before any version was sent. */
function writtenIn(text: string): Instant | undefined {
  const [, until = '', days] =
    /from them\. Calls are tentative until ([^.]{1,40}), (\d{1,6}) days? after this was written\./.exec(
      text.replace(/[\s>]+/g, ' '),
    ) ?? [];
  return instantAt(Date.parse(until) - Number(days) * DAY);
}

function instantAt(ms: number): Instant | undefined {
  if (Number.isNaN(ms)) return undefined;
  const at = toInstant(ms);
  return isInstant(at) ? at : undefined;
}

function waysMade(
  text: string,
  wanted: readonly string[],
  session: Session,
  options: SummaryOptions,
): readonly (readonly FormLine[])[] {
  const form = formOf(text);
  const lines = new Set(wanted);
  const { blocks } = summarise(session, options);
  const chosen = blocks.flatMap((block) =>
    block.type === 'heading' && block.about !== undefined && isThere(form, block, block.about, text, lines)
      ? [block.about]
      : [],
  );
  // somebody may also have taken parts out of the whole by hand: then that explains more of its lines
  return [formLines(form, session, options), formLines(form, session, { ...options, subsystems: chosen })];
}

/** Which form a file has, by how it begins. */
function formOf(text: string): Form {
  if (/^\s*<!doctype html>/i.test(text)) return 'html';
  if (/^\s*\{/.test(text)) return 'json';
  if (text.startsWith('table,')) return 'csv';
  return text.startsWith('# ') ? 'md' : 'mail';
}

/** Whether a form has the part about a subsystem. */
function isThere(
  form: Form,
  heading: Extract<Block, { type: 'heading' }>,
  about: Slug,
  text: string,
  lines: ReadonlySet<string>,
): boolean {
  switch (form) {
    case 'json':
      return text.includes(`{"subsystem":${JSON.stringify(about)},"name":`);
    case 'csv':
      return text.includes(`\nsubsystems,,,${about},`);
    case 'md':
      return atOnce(markdownLines(alone(heading))).some((line) => line.text.startsWith('## ') && lines.has(line.text));
    case 'html':
      return atOnce(htmlLines(alone(heading))).some((line) => line.text.startsWith('<h2') && lines.has(line.text));
    case 'mail':
      return headingLines(heading.said).every((line) => lines.has(line));
  }
}

function alone(heading: Block): Parameters<typeof markdownLines>[0] {
  const at = '' as Instant;
  const settings = { at, rationales: true, log: false, people: 'names', ascii: false } as const;
  return { subject: '', title: '', version: 1, settings, at, zone: 'UTC', links: [], blocks: [heading] };
}

/** For each line that is wanted the ids behind it; undefined for one that is not among the known lines. */
function follow(wanted: readonly string[], known: readonly FormLine[]): readonly TracedLine[] {
  const places = new Map<string, number[]>();
  withTargets(known.map(({ text }) => text)).forEach((text, at) => {
    const all = places.get(text);
    if (all === undefined) places.set(text, [at]);
    else all.push(at);
  });
  const sought = withTargets(wanted);
  const own = ownLines(sought);
  let next = 0;
  return wanted.map((text, n) => {
    // blank lines are everywhere alike: they must not move what is read on from
    if (text === '') return { text, from: [] };
    const line = sought[n] ?? text;
    const at = places.get(line)?.find((place) => place >= next);
    if (at === undefined) return { text, from: own.has(line) ? [] : undefined };
    next = at + 1;
    return { text, from: known[at]?.from };
  });
}

const LINK = /^\[(\d+)\] (https?:\S+)$/;

/**
 * Lines as they are compared. A link's number, and the spaces that it takes up, go by what else stands in the mail: in a
 * part or an extract there is less. So where a link leads stands in its number's place.
 */
function withTargets(lines: readonly string[]): readonly string[] {
  const targets = new Map(lines.flatMap((line) => (LINK.exec(line) === null ? [] : [linkIn(line)])));
  if (targets.size === 0) return lines;
  return lines.map((line) =>
    line
      .replace(/\[(\d+)\]/g, (mark, number: string) => `[${targets.get(number) ?? mark}]`)
      .replace(/(?<=\S) {2,}/g, ' '),
  );
}

function linkIn(line: string): readonly [number: string, target: string] {
  const [, number = '', target = ''] = LINK.exec(line) ?? [];
  return [number, target];
}

/** What parts and extracts say of themselves, and the links to the mail that holds the rest. */
function ownLines(lines: readonly string[]): ReadonlySet<string> {
  const said = lines.filter(
    (line) =>
      saysItIsAPart(line) || (line.startsWith(WHOLE_IS_THERE) && /^ \[\S+\]$/.test(line.slice(WHOLE_IS_THERE.length))),
  );
  const links = said.flatMap((line) => /\[(https?:\S+)\]$/.exec(line)?.[1] ?? []);
  return new Set([...said, ...links.map((target) => `[${target}] ${target}`)]);
}

function unknownIn(traced: readonly TracedLine[]): number {
  return traced.filter(({ from }) => from === undefined).length;
}
