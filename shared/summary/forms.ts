import { assertNever } from '../result';
import type { Session } from '../session/session';
import { atOnce } from '../steps';
import { csvLines } from './csv-text';
import type { Summary } from './document';
import { textOf, type FormLine } from './form-line';
import { htmlLines } from './html-text';
import { jsonLines } from './json-text';
import { mailLinesInSteps, mailTextOf } from './mail-text';
import { markdownLines } from './markdown-text';
import { summarise, summaryBlocks, tabulating, type SummaryOptions } from './summarise';

/** The forms of a summary that are text alone; `.eml` is the mail's with its headers (`eml.ts`). */
export const FORMS = ['mail', 'md', 'html', 'csv', 'json'] as const;
export type Form = (typeof FORMS)[number];

/** A summary in one form: the same session and the same options are the same bytes. */
export function formText(form: Form, session: Session, options: SummaryOptions): string {
  return form === 'mail' ? mailTextOf(summaryBlocks(session, options)) : textOf(formLines(form, session, options));
}

/** The same line by line, each with the entries behind it. */
export function formLines(form: Form, session: Session, options: SummaryOptions): readonly FormLine[] {
  return atOnce(linesOf(form, { session, options, summary: summarise(session, options) }));
}

/** A summary that is made already, with what it was made of. */
interface MadeSummary {
  readonly session: Session;
  readonly options: SummaryOptions;
  readonly summary: Summary;
}

/** One in a form, made with pauses. */
export function* textOfMade(form: Form, made: MadeSummary): Generator<void, string> {
  return textOf(yield* linesOf(form, made));
}

function* linesOf(form: Form, { session, options, summary }: MadeSummary): Generator<void, readonly FormLine[]> {
  switch (form) {
    case 'mail':
      return yield* mailLinesInSteps(summary);
    case 'md':
      return yield* markdownLines(summary);
    case 'html':
      return yield* htmlLines(summary);
    case 'csv':
      return yield* csvLines(summary, yield* tabulating(session, options));
    case 'json':
      return yield* jsonLines(summary, yield* tabulating(session, options));
    default:
      return assertNever(form);
  }
}
