import { assertNever } from '../result';
import type { Session } from '../session/session';
import { csvLines } from './csv-text';
import type { Summary } from './document';
import type { Facts } from './facts';
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
  return linesOf(form, summarise(session, options), () => tabulate(session, options));
}

/** The same of a summary that is made already; `tables` are made for the forms that hold them. */
export function textOfMade(form: Form, summary: Summary, tables: () => Facts): string {
  return textOf(linesOf(form, summary, tables));
}

function linesOf(form: Form, summary: Summary, tables: () => Facts): readonly FormLine[] {
  switch (form) {
    case 'mail':
      return mailLines(summary);
    case 'md':
      return markdownLines(summary);
    case 'html':
      return htmlLines(summary);
    case 'csv':
      return csvLines(summary, tables());
    case 'json':
      return jsonLines(summary, tables());
    default:
      return assertNever(form);
  }
}
