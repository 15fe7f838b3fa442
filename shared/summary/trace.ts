import type { Sha256 } from '../env';
import { isInstant, toInstant, type Id, type Instant, type Slug } from '../record/ids';
import type { Session } from '../session/session';
import type { Block } from './document';
import type { FormLine } from './form-line';
import { formLines, type Form } from './forms';
import { htmlLines } from './html-text';
import { headingLines } from './mail-text';
import { markdownLines } from './markdown-text';
import { settingsIn, type Settings } from './settings';
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
export function traceForm(text: string, session: Session, now: Instant, sha256: Sha256): readonly TracedLine[] {
  const wanted = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const options = { ...madeWith(text, now), sha256 };
  const traced = waysMade(text, wanted, session, options).map((known) => follow(wanted, known));
  return traced.reduce((a, b) => (unknownIn(b) < unknownIn(a) ? b : a));
}

function madeWith(text: string, now: Instant): Settings {
  const settings = settingsIn(text);
  return { ...settings, at: settings.at ?? dateOf(text) ?? now };
}

/** The moment in a mail's Date header, which is what its assessments were made for. */
function dateOf(mail: string): Instant | undefined {
  const ms = Date.parse(/^Date: (.*)$/m.exec(mail)?.[1] ?? '');
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
      return markdownLines(alone(heading)).some((line) => line.text.startsWith('## ') && lines.has(line.text));
    case 'html':
      return htmlLines(alone(heading)).some((line) => line.text.startsWith('<h2') && lines.has(line.text));
    case 'mail':
      return headingLines(heading.said).every((line) => lines.has(line.text));
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
  known.forEach(({ text }, at) => {
    const all = places.get(text);
    if (all === undefined) places.set(text, [at]);
    else all.push(at);
  });
  let next = 0;
  return wanted.map((text) => {
    // blank lines are everywhere alike: they must not move what is read on from
    if (text === '') return { text, from: [] };
    const at = places.get(text)?.find((place) => place >= next);
    if (at === undefined) return { text, from: undefined };
    next = at + 1;
    return { text, from: known[at]?.from };
  });
}

function unknownIn(traced: readonly TracedLine[]): number {
  return traced.filter(({ from }) => from === undefined).length;
}
