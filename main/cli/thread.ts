import type { Refusal } from '../../shared/result';
import { refusalText } from '../../shared/result';
import { bodyLines } from '../../shared/thread/body';
import type { Author, Mail } from '../../shared/thread/mail';
import { suggestionsOf, type Suggestion } from '../../shared/thread/suggest';
import type { ThreadNode } from '../../shared/thread/thread-node';
import { trailersOf } from '../../shared/thread/trailers';
import { threadOf, type Thread } from '../../shared/thread/tree';
import { readArguments } from './arguments';
import { readMailFiles } from './mail-files';
import { oneLine } from './one-line';
import { done, misused, refused, type Outcome } from './outcome';
import type { Shell } from './shell';

export const usage = 'gavel thread FILE... [--json]';

/** The mails of files as threads: the tree, who wrote, their trailers, and what is missing or odd. */
export async function thread(args: readonly string[], shell: Shell): Promise<Outcome> {
  const read = readArguments(args, { json: { type: 'boolean' } }, usage);
  if (!read.ok) return read.error;
  const { positionals, values } = read.value;
  if (positionals.length === 0) return misused('Which mails?', usage);
  const files = await readMailFiles(shell, positionals);
  if (!files.ok) return refused(files.error);
  const found = report(threadOf(files.value.mails), files.value.notices);
  return done(values.json === true ? `${JSON.stringify(found, null, 1)}\n` : asText(found));
}

type Report = ReturnType<typeof report>;

function report(tree: Thread, notices: readonly Refusal[]) {
  const mails = tree.nodes.flatMap(({ mail, others }) => (mail === undefined ? [] : [mail, ...others]));
  const people = peopleOf(mails);
  return {
    counts: {
      messages: mails.length,
      duplicates: tree.duplicates,
      authors: people.length,
      threads: tree.roots.length,
      placeholders: tree.placeholders,
      maxDepth: tree.maxDepth,
    },
    tree: tree.nodes.map(lineOf),
    people,
    trailers: mails.flatMap(trailersOf),
    suggestions: tree.nodes.flatMap(suggestionsAt),
    conflicts: tree.nodes.filter(({ others }) => others.length > 0).map(({ id }) => id),
    warnings: [
      ...notices.map(refusalText),
      ...mails.flatMap(({ id, warnings }) => warnings.map((warning) => `${id}: ${warning}`)),
    ],
  };
}

/** A node as data: what a script needs to walk the tree. */
function lineOf({ id, mail, parent, depth }: ThreadNode) {
  return {
    id,
    depth,
    ...(parent === undefined ? {} : { parent: parent.id }),
    ...(mail === undefined
      ? { missing: true as const }
      : { ...(mail.date === undefined ? {} : { date: mail.date }), author: mail.author, subject: mail.subject }),
  };
}

/** Where the author of a mail may have taken a position: for a person to look at, never a position by itself. */
function suggestionsAt({ mail, parent }: ThreadNode): readonly Suggestion[] {
  if (mail === undefined) return [];
  return suggestionsOf(mail, bodyLines(mail.body), parent?.mail === undefined ? {} : { parent: parent.mail });
}

/** Who wrote, by address, the most first; shared/thread/people.ts tells who of them may be one person. */
function peopleOf(mails: readonly Mail[]): readonly { readonly author: Author; readonly mails: number }[] {
  const people = new Map<string, { readonly author: Author; mails: number }>();
  for (const { author } of mails) {
    const key = (author.address ?? author.name ?? '').toLowerCase();
    const known = people.get(key);
    if (known === undefined) people.set(key, { author, mails: 1 });
    else known.mails += 1;
  }
  return [...people.values()].sort((a, b) => b.mails - a.mails);
}

/** Deeper answers stand no further in: no terminal is that wide. How deep they are `--json` says. */
const DEEPEST = 100;

function asText({ counts, tree, people, trailers, suggestions, conflicts, warnings }: Report): string {
  const lines = [
    ...tree.map((line) => `${'  '.repeat(Math.min(line.depth, DEEPEST))}${nodeText(line)}`),
    '',
    `messages ${counts.messages}, duplicates ${counts.duplicates}, authors ${counts.authors}, threads ${counts.threads}, placeholders ${counts.placeholders}, depth ${counts.maxDepth}`,
    ...section(
      'People',
      people.map(({ author, mails }) => `${String(mails).padStart(4)}  ${authorText(author)}`),
    ),
    ...section(
      'Trailers',
      trailers.map(({ id, line, text }) => `${text}  (${id}, line ${line})`),
    ),
    ...section(
      'Suggestions, none of them a position before a person says so',
      suggestions.map(
        ({ who, quote, message, line }) => `${authorText(who)}: "${quote.join(' ')}"  (${message}, line ${line})`,
      ),
    ),
    ...section('The same Message-ID, but not the same words', conflicts),
    ...section('Warnings', warnings),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function nodeText(line: Report['tree'][number]): string {
  if ('missing' in line) return `(not here: ${line.id})`;
  return `${line.date?.slice(0, 16).replace('T', ' ') ?? 'no date'}  ${line.author.name ?? authorText(line.author)}  ${line.subject}`;
}

function authorText({ name, address, masked }: Author): string {
  const shown = address === undefined ? '' : `<${address}>${masked === true ? ' (cut by an archive)' : ''}`;
  return name === undefined ? (shown === '' ? 'nobody' : shown) : `${name} ${shown}`.trimEnd();
}
