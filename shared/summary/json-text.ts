import { ofEach } from '../steps';
import type { Summary } from './document';
import type { Facts } from './facts';
import type { FormLine } from './form-line';
import { signatureLines } from './seal';

/** The form's own version: it grows when a field changes its meaning or goes. docs/summary-json.md says what is in it. */
const SCHEMA = 1;

/** The tables as JSON, one fact a line, with a pause behind each; `from` holds the ids of the entries behind it. */
export function* jsonLines(summary: Summary, facts: Facts): Generator<void, readonly FormLine[]> {
  const { title, subject, version, at, zone, thread } = summary;
  const head = { gavelSummary: SCHEMA, title, subject, version, at, zone, ...(thread === undefined ? {} : { thread }) };
  const tables: FormLine[] = [];
  for (const [name, rows] of Object.entries(facts))
    for (const line of yield* tableLines(name, rows as Facts[keyof Facts])) tables.push(line);
  return [
    { text: '{', from: [] },
    ...Object.entries(head)
      .map(([name, value]) => member(name, value))
      .map(summary.settings.ascii ? inAscii : (line) => line),
    ...tables,
    { text: `  "record": ${JSON.stringify(signatureLines(summary).join('\n'))}`, from: [] },
    { text: '}', from: [] },
  ];
}

/** A subject keeps its characters in every form; here they can be written in ASCII. */
function inAscii({ text, from }: FormLine): FormLine {
  const code = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return { text: text.replace(/[^\0-\x7f]/g, code), from };
}

function member(name: string, value: unknown): FormLine {
  return { text: `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`, from: [] };
}

function* tableLines(name: string, rows: Facts[keyof Facts]): Generator<void, readonly FormLine[]> {
  if (rows.length === 0) return [{ text: `  ${JSON.stringify(name)}: [],`, from: [] }];
  return [
    { text: `  ${JSON.stringify(name)}: [`, from: [] },
    ...(yield* ofEach<Facts[keyof Facts][number], FormLine>(rows, (row, at) => [
      { text: `    ${JSON.stringify(row)}${at === rows.length - 1 ? '' : ','}`, from: row.from },
    ])),
    { text: '  ],', from: [] },
  ];
}
