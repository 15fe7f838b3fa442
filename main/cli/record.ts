import fs from 'node:fs/promises';
import path from 'node:path';
import { isYetToCome, saidAt } from '../../shared/capture/dates';
import { readLine } from '../../shared/capture/read-line';
import { applyFix, saysText, type ErrorReading } from '../../shared/capture/reading';
import type { LineContext } from '../../shared/capture/context';
import { isLastDay } from '../../shared/record/clock';
import type { Env } from '../../shared/record/env';
import { writeFile } from '../../shared/file/write';
import { isHandle, toKey, type Handle } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { decideOpenSession, meetingOf } from '../../shared/session/meeting';
import { emptySession, fold, foldAll, type Session } from '../../shared/session/session';
import { logOf } from '../../shared/session/log';
import { writeAtomically } from '../atomic-file';
import { errnoOf } from '../errno';
import { readArguments } from './arguments';
import { readGavel, readText } from './input';
import { whileLocked } from './lock';
import { oneLine } from './one-line';
import { done, misused, refused, type Outcome } from './outcome';
import { sha256, type Shell } from './shell';

export const usage = 'gavel record FILE.gavel LINE... [--add] [--by NAME] [--said TIME] [--title TITLE]';

/** A typed line, with the place that messages give it. */
interface TypedLine {
  readonly text: string;
  readonly file: string;
  readonly number: number;
}

/** Appends what typed lines say, all of them or none; a file that isn't there becomes a new session. */
export async function record(args: readonly string[], shell: Shell): Promise<Outcome> {
  const options = {
    add: { type: 'boolean' },
    by: { type: 'string' },
    said: { type: 'string' },
    title: { type: 'string' },
  } as const;
  const read = readArguments(args, options, usage);
  if (!read.ok) return read.error;
  const { values, positionals } = read.value;
  const [name, ...typed] = positionals;
  if (name === undefined || name === '-') return misused('Into which file?', usage);
  if (typed.length === 0 && values.title === undefined) return misused('What is to be recorded?', usage);
  if (typed.filter((line) => line === '-').length > 1) return misused('Standard input can be read once.', usage);
  const by = await scribe(values.by, shell);
  if (by === undefined) {
    return misused(`--by: ${JSON.stringify(values.by)} can't be a handle, which is letters, digits and . _ -`);
  }
  const lines = await typedLines(typed, shell);
  if (!lines.ok) return refused(lines.error);
  const env: Env = { now: shell.now, by, writer: shell.writer };
  const recorded = await whileLocked(name, () => append(name, lines.value, values, env, shell));
  return recorded.ok ? done(recorded.value.says, recorded.value.notices) : refused(recorded.error);
}

/** The lines given, `-` standing for those of standard input, of which empty ones say nothing. */
async function typedLines(typed: readonly string[], shell: Shell): Promise<Result<readonly TypedLine[]>> {
  const lines: TypedLine[] = [];
  for (const [at, text] of typed.entries()) {
    if (text !== '-') {
      lines.push({ text, file: 'LINE', number: at + 1 });
      continue;
    }
    const input = await readText(shell, text);
    if (!input.ok) return input;
    for (const [index, each] of input.value.split(/\r?\n/).entries()) {
      if (each.trim() !== '') lines.push({ text: each, file: '-', number: index + 1 });
    }
  }
  return ok(lines);
}

/** Who records: as given, else git's user made a handle, else `scribe`. Undefined where a name given makes no handle. */
async function scribe(given: string | undefined, shell: Shell): Promise<Handle | undefined> {
  const name = given ?? (await shell.gitUser()).name ?? '';
  const key = toKey(name) ?? (given === undefined ? 'scribe' : '');
  return isHandle(key) ? key : undefined;
}

interface Wanted {
  readonly add?: boolean | undefined;
  readonly said?: string | undefined;
  readonly title?: string | undefined;
}

interface Recorded {
  /** what was recorded, one sentence a line */
  readonly says: string;
  readonly notices: readonly string[];
}

async function append(
  name: string,
  lines: readonly TypedLine[],
  { add, said, title }: Wanted,
  env: Env,
  shell: Shell,
): Promise<Result<Recorded>> {
  const there = await sessionIn(name, shell);
  if (!there.ok) return there;
  const session = there.value ?? emptySession();
  if (session.latest !== undefined && isLastDay(session.latest)) {
    return refuse('The record has come to the end of time: no line can follow its last.', {
      file: name,
      found: session.latest,
    });
  }
  const at = said === undefined ? undefined : saidAt(said, env.now, meetingOf(session)?.zone ?? 'UTC');
  if (said !== undefined && at === undefined) {
    return refuse('--said is not a time.', { found: said, expected: 'for example 2024-07-25T09:26Z' });
  }
  if (at !== undefined && isYetToCome(at, env.now)) {
    return refuse('--said is later than now: nobody has said it yet.', {
      found: said ?? '',
      expected: 'a time that is past',
    });
  }
  const when = at === undefined ? {} : { said: at };
  if (there.value === undefined) {
    const opened = decideOpenSession(session, { title: title ?? path.basename(name, '.gavel'), ...when }, env);
    if (!opened.ok) return opened;
    for (const entry of opened.value) fold(session, entry);
  } else if (title !== undefined) {
    return refuse('The session is there already: --title is for a new one.', { file: name });
  }
  const context: LineContext = { add: add === true ? 'always' : 'never', ...when };
  const says: string[] = [];
  const notices: string[] = [];
  for (const line of lines) {
    const reading = readLine(session, line.text, context, env);
    if (reading.kind === 'error') {
      const place = { file: line.file, line: line.number, found: oneLine(line.text), ...wayOut(line.text, reading) };
      return refuse(`${reading.code}: ${reading.words}`, place);
    }
    for (const entry of reading.entries) fold(session, entry);
    says.push(`${oneLine(saysText(reading))}\n`);
    notices.push(...reading.notices.map(({ code, words }) => `${line.file}:${String(line.number)}: ${code}: ${words}`));
  }
  const written = await writeAtomically(name, writeFile(logOf(session), sha256), { keepMode: true });
  return written.ok ? ok({ says: says.join(''), notices }) : written;
}

/** What would be read: the line as Tab would fix it, or for a new name `--add`. */
function wayOut(line: string, { fix, code }: ErrorReading): { readonly expected?: string } {
  if (fix !== undefined) return { expected: oneLine(applyFix(line, fix)) };
  return code === 'E-WHO-UNKNOWN' || code === 'E-SUB-UNKNOWN' ? { expected: 'a name that is known, or --add' } : {};
}

/** The session that a file holds; undefined where there is no file. A pipe or a device would be replaced, so it is refused. */
async function sessionIn(name: string, shell: Shell): Promise<Result<Session | undefined>> {
  if (!(await isThere(name))) return ok(undefined);
  if (await isSpecial(name)) {
    return refuse('A record is kept in a file: a pipe or a device can’t be added to.', { file: name });
  }
  const file = await readGavel(shell, name);
  return file.ok ? ok(foldAll(file.value.entries)) : file;
}

/** False only where there is certainly nothing: what can't be looked at is not to be replaced. */
async function isThere(name: string): Promise<boolean> {
  try {
    await fs.lstat(name);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ENOENT';
  }
}

async function isSpecial(name: string): Promise<boolean> {
  try {
    const stats = await fs.stat(name);
    return !stats.isFile() && !stats.isDirectory();
  } catch {
    return false; // reading it will say why
  }
}
