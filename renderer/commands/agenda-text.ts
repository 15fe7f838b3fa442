import { isSlug } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import type { Allotted } from '../../shared/session/agenda';

/** The agenda as a text to edit: `uvc 20`, a line for each subsystem in its order, the minutes where it has any. */
export function agendaText(lines: readonly Allotted[]): string {
  return lines
    .map(({ subsystem, minutes }) => (minutes === undefined ? subsystem : `${subsystem} ${String(minutes)}`))
    .join('\n');
}

/** Reads such a text. Empty lines say nothing. `known`: what there is; nothing else can be on an agenda. */
export function readAgenda(text: string, known: ReadonlySet<string>): Result<readonly Allotted[]> {
  const lines: Allotted[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const [name, minutes, ...more] = line.trim().split(/\s+/);
    if (name === undefined || name === '') continue;
    const slug = name.replace(/^#/, '').toLowerCase();
    const wrong = (message: string, expected: string) =>
      refuse(message, { line: at + 1, found: line.trim(), expected });
    if (!isSlug(slug) || !known.has(slug)) return wrong('There is no such subsystem.', 'a slug that is in the sidebar');
    if (lines.some(({ subsystem }) => subsystem === slug)) return wrong('It stands there twice.', 'each once');
    if (more.length > 0) return wrong('There is more than minutes.', 'a slug, and minutes where it has any');
    const number = Number(minutes ?? '1');
    if (!Number.isInteger(number) || number < 1 || number > 1440) return wrong('These are no minutes.', '1 to 1440');
    lines.push({ subsystem: slug, ...(minutes === undefined ? {} : { minutes: number }) });
  }
  return ok(lines);
}
