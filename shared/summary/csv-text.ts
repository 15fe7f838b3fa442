import { ofEach } from '../steps';
import type { Facts, FactTable } from './facts';
import type { FormLine } from './form-line';
import type { Summary } from './document';
import { signatureLines } from './seal';

/** The columns of every table, in order; a table leaves those empty that it doesn't have. `entries` are ids, by spaces. */
const COLUMNS = [
  ...['table', 'number', 'about', 'subsystem', 'rule', 'who', 'standing', 'stance', 'state', 'call', 'answer'],
  ...['livesWith', 'words', 'conditions', 'remedy', 'reason', 'scope', 'until', 'due', 'via', 'for', 'before', 'to'],
  ...['against', 'name', 'partOf', 'stances', 'because', 'S', 'U', 'P', 'abstain', 'recuse', 'none', 'openObjections'],
  ...['answers', 'accepted', 'tentative', 'afterCall', 'conflict', 'day', 'links', 'entries'],
] as const;

const TABLES: readonly FactTable[] = [
  'subsystems',
  'positions',
  'objections',
  'calls',
  'rules',
  'answers',
  'rulings',
  'questions',
  'actions',
];

/**
 * All tables as one CSV (RFC 4180 with LF): `table` says which one a row belongs to. A cell that a spreadsheet could
 * take for a formula begins with an apostrophe (OWASP ASVS 1.2.10); numbers are numbers. There is a pause behind each row.
 */
export function* csvLines(summary: Summary, facts: Facts): Generator<void, readonly FormLine[]> {
  const signature = signatureLines(summary).join('\n');
  return [
    { text: COLUMNS.join(','), from: [] },
    ...(yield* ofEach(
      TABLES.flatMap((table) => facts[table].map((fact) => ({ table, ...fact }))),
      ({ from, ...fact }) => rowLines({ ...fact, entries: from.join(' ') }).map((text) => ({ text, from })),
    )),
    ...rowLines({ table: 'record', name: summary.title, words: signature }).map((text) => ({ text, from: [] })),
  ];
}

/** A row; where a cell holds line ends it takes several lines. */
function rowLines(fact: Readonly<Record<string, unknown>>): readonly string[] {
  return COLUMNS.map((column) => cell(fact[column]))
    .join(',')
    .split('\n');
}

/** What a spreadsheet takes for a formula, in ASCII or in full width, or what it would skip before one. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

function cell(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = textOf(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Members of a list stand on lines of their own. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('met' in value && 'text' in value) return `${value.met === true ? 'met' : 'not met'}: ${textOf(value.text)}`;
  const { words, who } = value as { readonly words: string; readonly who?: string };
  return who === undefined ? words : `${who}: ${words}`;
}
