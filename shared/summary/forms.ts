import { assertNever } from '../result';
import type { Session } from '../session/session';
import { csvLines } from './csv-text';
import { textOf, type FormLine } from './form-line';
import { htmlLines } from './html-text';
import { jsonLines } from './json-text';
import { mailLines, mailTextOf } from './mail-text';
import { markdownLines } from './markdown-text';
import { summarise, summaryBlocks, tabulate, type SummaryOptions } from './summarise';

/** The forms of a summary that are text alone; `.eml` is the mail's with its headers (`eml.ts`). */
export const FORMS = ['mail', 'md', 'html', 'csv', 'json'] as const;
export type Form = (typeof FORMS)[number];

/** A summary in one form: the same session and the same options are the same bytes. */
export function formText(form: Form, session: Session, options: SummaryOptions): string {
  return form === 'mail' ? mailTextOf(summaryBlocks(session, options)) : textOf(formLines(form, session, options));
}

/** The same line by line, each with the entries behind it. */
export function formLines(form: Form, session: Session, options: SummaryOptions): readonly FormLine[] {
  const summary = summarise(session, options);
  switch (form) {
    case 'mail':
      return mailLines(summary);
    case 'md':
      return markdownLines(summary);
    case 'html':
      return htmlLines(summary);
    case 'csv':
      return csvLines(summary, tabulate(session, options));
    case 'json':
      return jsonLines(summary, tabulate(session, options));
    default:
      return assertNever(form);
  }
}
