import { countsOf } from '../../shared/maintainers/counts';
import { matchPath } from '../../shared/maintainers/match';
import { parseMaintainers } from '../../shared/maintainers/parse';
import { isTheRest, maintainersOf, type Section, type Warning } from '../../shared/maintainers/section';
import { textOf } from '../../shared/maintainers/text';
import { readArguments } from './arguments';
import { readBytes } from './input';
import { oneLine } from './one-line';
import { done, misused, refused, type Outcome } from './outcome';
import type { Shell } from './shell';

export const usage = 'gavel maintainers FILE [--json] [--path P]';

/** What a MAINTAINERS file holds, or what it says of one path of the tree. Warnings go to standard error. */
export async function maintainers(args: readonly string[], shell: Shell): Promise<Outcome> {
  const options = { json: { type: 'boolean', default: false }, path: { type: 'string' } } as const;
  const read = readArguments(args, options, usage);
  if (!read.ok) return read.error;
  const { values, positionals } = read.value;
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) return misused('One file is read at a time.', usage);
  if (values.path === '') return misused('--path: which path? For example drivers/cxl/core/port.c.', usage);
  const bytes = await readBytes(shell, name);
  if (!bytes.ok) return refused(bytes.error);
  const file = parseMaintainers(textOf(bytes.value, utf8));
  const { sections, warnings } = file;
  if (sections.length === 0) {
    return refused({
      file: name,
      message: 'It holds no section.',
      expected: 'a title, and below it lines like "M: Name <address>" and "F: path"',
    });
  }
  const counts = countsOf(file);
  const matches = values.path === undefined ? undefined : matchPath(sections, values.path);
  const messages = warnings.map((warning) => warningLine(name, warning));
  if (values.json) {
    const titles = matches?.map(({ title }) => title);
    const told = {
      counts,
      ...(titles === undefined ? {} : { matches: titles }),
      sections: matches ?? sections,
      warnings,
    };
    return done(`${JSON.stringify(told)}\n`, messages);
  }
  const head =
    `${of(counts.sections, 'section')}, ${counts.people} people; ` +
    `without maintainer ${counts.withoutMaintainer}, without status ${counts.withoutStatus}\n`;
  return done(head + (matches ?? sections).map(sectionText).join(''), messages);
}

function of(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function warningLine(name: string, { line, text }: Warning): string {
  return `${name}:${line}: ${oneLine(text)}`;
}

/** A section as a paragraph: its title and status, its people with their role, its lists. */
function sectionText(section: Section): string {
  const { title, people, lists, statuses } = section;
  const marks = [
    ...statuses,
    ...(maintainersOf(section).length === 0 ? ['no maintainer'] : []),
    ...(isTheRest(section) ? ['every path'] : []),
  ];
  const lines = [
    `${title === '' ? '(no title)' : title}${marks.length === 0 ? '' : `  [${marks.join('; ')}]`}`,
    ...people.map(
      ({ role, name, address, note }) =>
        `  ${role}  ${[
          name,
          address === undefined ? undefined : `<${address}>`,
          note === undefined ? undefined : `(${note})`,
        ]
          .filter((part) => part !== undefined)
          .join(' ')}`,
    ),
    ...lists.map(({ address, note }) => `  L  ${address}${note === undefined ? '' : ` (${note})`}`),
  ];
  return `\n${lines.map((line) => `${oneLine(line)}\n`).join('')}`;
}
