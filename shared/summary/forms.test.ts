import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { foldAll, type Session } from '../session/session';
import { needs } from '../testing/needs';
import { runs } from '../testing/runs';
import { FORMS, formLines, formText, type Form } from './forms';
import { HTML_STYLE, STYLE_HASH } from './html-style';
import { afterSeal } from './seal';
import { settingsIn } from './settings';
import type { SummaryOptions } from './summarise';
import { csvTable } from './testing/csv';
import { fullRecord } from './testing/full-record';
import { hostileTexts } from './testing/hostile';
import { traceForm } from './trace';
import { verifyMail } from './verify';

const AT = '2024-09-18T08:00:00.000Z' as Instant;
const ALL: SummaryOptions = { at: AT, sha256: sha256Of, log: true };

/** A record whose texts are the given ones, over and over. */
function recordOf(texts: readonly string[]): Session {
  let next = 0;
  return fullRecord(() => texts[(next += 1) % texts.length] ?? 'x').session;
}

function run(command: string, args: readonly string[], input = ''): string {
  const { stdout } = spawnSync(command, [...args], { input, encoding: 'utf8', maxBuffer: 1e8 }) as {
    readonly stdout: string | null;
  };
  // no program, no output
  return stdout ?? '';
}

const hasPython = run('python3', ['-c', 'print(1)']).trim() === '1';

describe.each(FORMS)('the form %s', (form) => {
  const { lines, session } = fullRecord();
  const text = formText(form, session, ALL);

  test('UX-24: the same lines in any order make the same bytes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines], { minLength: lines.length }), (shuffled) => {
        expect(formText(form, foldAll([...shuffled, ...shuffled.slice(0, 5)]), ALL)).toBe(text);
      }),
      { numRuns: Math.ceil(runs / 200) },
    );
  });

  test('belongs to its record, says how it was made, and each line has the entries behind it', () => {
    for (const options of [ALL, { ...ALL, log: false, rationales: false, ascii: true, people: 'roles' as const }]) {
      const made = formText(form, session, options);
      expect(verifyMail(made, lines, sha256Of)).toEqual({ ok: true, value: { inserted: [], since: [] } });
      expect(settingsIn(afterSeal(made))).toMatchObject({
        ...(form === 'mail' ? {} : { at: AT }),
        log: options.log,
        people: options.people ?? 'names',
        rationales: options.rationales ?? true,
      });
      // a mail has its moment in its Date
      const later = (form === 'mail' ? AT : '2030-01-01T00:00:00.000Z') as Instant;
      expect(traceForm(made, session, later, sha256Of)).toEqual(
        formLines(form, session, options).flatMap(({ text, from }) =>
          text === '' ? { text, from: [] } : { text, from },
        ),
      );
    }
  });

  test('no title or word makes it look as if it had been made otherwise', () => {
    const said = 'as of 2020-01-01T00:00:00.000Z, by roles, in ASCII';
    const forged = recordOf([said, `made by roles\n${said}`]);
    const made = formText(form, forged, ALL);
    const traced = traceForm(made, forged, AT, sha256Of);
    expect(traced.filter(({ from }) => from === undefined)).toEqual([]);
  });

  test('ASCII only is ASCII only', () => {
    const made = formText(form, recordOf(['Größe — “so”', 'naïve 漢字']), { ...ALL, ascii: true });
    expect(made).not.toMatch(/[^\0-\x7f]/);
  });
});

/** How Python's own parser reads HTML: tags, attributes, comments, and what of it is text. */
const READ_HTML = `
import sys, json
from html.parser import HTMLParser
class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = {'tags': [], 'attributes': [], 'comments': [], 'links': [], 'text': []}
    def handle_starttag(self, tag, attrs):
        self.found['tags'].append(tag)
        self.found['attributes'] += [name for name, _ in attrs]
        self.found['links'] += [value for name, value in attrs if name in ('href', 'src')]
    def handle_data(self, data): self.found['text'].append(data)
    def handle_comment(self, data): self.found['comments'].append(data)
reader = Reader()
reader.feed(sys.stdin.read())
print(json.dumps({k: v if k == 'text' else sorted(set(v)) for k, v in reader.found.items()}))
`;

interface Read {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  readonly comments: readonly string[];
  readonly links: readonly string[];
  readonly text: readonly string[];
}

function readHtml(html: string): Read {
  return JSON.parse(run('python3', ['-c', READ_HTML], html)) as Read;
}

/** Links that the record itself leads to: the archive's, by Message-ID. */
const OURS = /^(?:https:\/\/lore\.kernel\.org\/r\/[!-~]+|#link-\d+)$/;

describe('HTML', () => {
  needs(hasPython, 'python3');

  test('TRUST-39, row 27: whatever people say, a reader of HTML finds our tags, our links and their words', async ({
    annotate,
  }) => {
    const plain = readHtml(formText('html', fullRecord().session, ALL));
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const read = readHtml(formText('html', recordOf(texts), ALL));
        expect(read.tags.filter((tag) => !plain.tags.includes(tag) && tag !== 'br')).toEqual([]);
        expect(read.attributes).toEqual(plain.attributes);
        expect([read.comments, read.links.filter((link) => !OURS.test(link))]).toEqual([[], []]);
      }),
      { numRuns: Math.ceil(runs / 200) },
    );
    const said = '<img src=x onerror=alert(1)> --> "quoted" & </p><script>';
    expect(readHtml(formText('html', recordOf([said]), ALL)).text).toContain(said);
    await annotate(`${String(Math.ceil(runs / 200))} records as HTML: 0 tags, attributes or links but ours`, 'figure');
  });

  test('it holds no script, loads nothing, and its policy lets in the one style that it has', () => {
    const html = formText('html', fullRecord().session, ALL);
    expect(html).not.toMatch(/<script|src=|url\(|@import|javascript:/i);
    expect(html).toContain(`<style>${HTML_STYLE}</style>`);
    expect(Buffer.from(STYLE_HASH.slice('sha256-'.length), 'base64').toString('hex')).toBe(sha256Of(HTML_STYLE));
  });
});

describe('Markdown', () => {
  needs(hasPython && run('cmark-gfm', ['--version']).includes('cmark'), 'cmark-gfm with python3');
  const rendered = (markdown: string): Read =>
    readHtml(
      run(
        'cmark-gfm',
        ['--unsafe', ...['autolink', 'table', 'strikethrough'].flatMap((each) => ['-e', each])],
        markdown,
      ),
    );

  test('TRUST-39, row 27: whatever people say, GitHub’s own parser finds our tags, our links and their words', async ({
    annotate,
  }) => {
    const plain = rendered(formText('md', fullRecord().session, ALL));
    const ours = new Set([...plain.tags, 'br', 'code', 'blockquote']);
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const read = rendered(formText('md', recordOf(texts), ALL));
        expect(read.tags.filter((tag) => !ours.has(tag))).toEqual([]);
        expect(read.links.filter((link) => !OURS.test(link))).toEqual([]);
        expect(read.comments.filter((comment) => !/^ (?:[\w:.-]{37} )*$/.test(comment))).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 200) },
    );
    await annotate(
      `${String(Math.ceil(runs / 200))} records as Markdown: 0 tags, links or comments but ours`,
      'figure',
    );
  });

  test.each([
    '[x](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '```',
    'a | b --> c',
    '# no heading #',
    '1. no list',
    'no *stress*, no _stress_, no ~~strike~~, no `code`',
    '&amp; stays as typed',
    'https://evil.example/ www.evil.example a@b.example @someone #12',
    'ends in a backslash \\',
    '===',
  ])('%s is shown as it was typed', (said) => {
    const text = rendered(formText('md', recordOf([said]), { ...ALL, log: false })).text.join('');
    expect(text).toContain(said);
  });
});

test('CSV: every table has its rows, numbers stay numbers, and a list is a cell of lines', () => {
  const { columns, rows } = csvTable(formText('csv', fullRecord().session, ALL));
  const of = (table: string): readonly Readonly<Record<string, string>>[] =>
    rows.filter((row) => row['table'] === table);
  expect(columns.slice(0, 2)).toEqual(['table', 'number']);
  expect(of('subsystems').map((row) => [row['subsystem'], row['S'], row['U'], row['none']])).toEqual([
    ['media', '0', '0', '6'],
    ['isp', '1', '2', '0'],
    ['fwctl', '0', '0', '6'],
  ]);
  const ana = of('positions').find((row) => row['who'] === 'ISP maintainer');
  expect(ana).toMatchObject({
    stance: 'standard-required',
    livesWith: 'userspace-allowed',
    before: 'userspace-allowed',
  });
  expect(ana?.['conditions']).toBe('not met: the layout is in the tree\nmet: it is documented');
  expect(of('objections').map((row) => row['number'])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  expect(of('calls').map((row) => row['call'])).toEqual(['rough', 'reopened', 'deferred', 'consensus']);
  expect(of('rulings').map((row) => row['state'])).toEqual(['claimed', 'exception']);
  expect(of('actions').map((row) => row['accepted'])).toEqual(['true', 'false']);
  for (const row of rows) if (row['table'] !== 'record') expect(row['entries']).toMatch(/^[\w:.-]{37}( [\w:.-]{37})*$/);
});

test('TRUST-37, row 27: no cell is a formula, whatever people say, and the words come back when the apostrophe is taken off', async ({
  annotate,
}) => {
  const formulas = ["=cmd|'/c calc'!A1", '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '"quoted", and more', 'a;b', 'x\n=1'];
  const { rows } = csvTable(formText('csv', recordOf(formulas), ALL));
  const cells = rows.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
  const texts = new Set(cells.map((cell) => cell.replace(/^'(?=[=+\-@＝＋－＠])/u, '')));
  for (const formula of formulas) expect(texts).toContain(formula);
  fc.assert(
    fc.property(hostileTexts, (said) => {
      const read = csvTable(formText('csv', recordOf(said), ALL));
      for (const row of read.rows) expect(Object.keys(row)).toHaveLength(read.columns.length);
      expect(read.rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
    { numRuns: Math.ceil(runs / 100) },
  );
  await annotate(`${String(Math.ceil(runs / 100))} records as CSV: 0 cells are formulas`, 'figure');
});

describe('CSV in other readers', () => {
  needs(hasPython, 'python3');

  test('Python’s csv reads the cells that we wrote', () => {
    const text = formText('csv', recordOf(['=1', 'a "b", c\nd', "'"]), ALL);
    const program = 'import csv, json, sys\nprint(json.dumps(list(csv.DictReader(sys.stdin))))';
    const read = JSON.parse(run('python3', ['-c', program], text)) as unknown;
    expect(read).toEqual(csvTable(text).rows);
  });
});

test('JSON: what it says is what the tables say, and each fact names its entries', () => {
  const { session } = fullRecord();
  const read = JSON.parse(formText('json', session, ALL)) as Record<string, readonly { readonly from: string[] }[]>;
  expect(Object.keys(read)).toEqual([
    ...['gavelSummary', 'title', 'subject', 'version', 'at', 'zone', 'thread', 'subsystems', 'positions', 'objections'],
    ...['calls', 'rules', 'answers', 'rulings', 'questions', 'actions', 'record'],
  ]);
  for (const table of [
    'subsystems',
    'positions',
    'objections',
    'calls',
    'rules',
    'answers',
    'rulings',
    'questions',
    'actions',
  ]) {
    expect(read[table]?.length).toBeGreaterThan(0);
    for (const { from } of read[table] ?? [])
      for (const id of from) expect(session.entries.has(id as never)).toBe(true);
  }
});

test('UX-23: no percentage is shown, and open objections stand beside every call, in every form', () => {
  const { session } = fullRecord();
  for (const form of FORMS) expect(formText(form, session, { ...ALL, log: false })).not.toMatch(/\d ?%(?![0-9A-F]{2})/);
  const calls = csvTable(formText('csv', session, ALL)).rows.filter((row) => row['table'] === 'calls');
  expect(calls.find((row) => row['about'] === 'isp')?.['openObjections']).toBe('1\n2\n3\n4\n5\n6\n7\n8');
  const { calls: read } = JSON.parse(formText('json', session, ALL)) as { calls: { openObjections: string[] }[] };
  expect(read[0]?.openObjections).toHaveLength(8);
});

test.each(FORMS)('a record of nothing has a summary too: %s', (form: Form) => {
  expect(() => formText(form, foldAll([]), ALL)).not.toThrow();
});
