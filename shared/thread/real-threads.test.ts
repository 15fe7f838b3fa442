import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { archiveLink } from '../summary/links';
import { isMasked, masked } from './masked';
import { bodyLines } from './body';
import { realFile, realFiles, needsRealData } from './testing/real';
import { readWhole } from './testing/read';
import { threadOf } from './tree';

const SEED = 'CAPybu_0SN7m=m=+z5hu_4M+STGh2t0J-hFEmtDTgx6fYWKzk3A@mail.gmail.com';

describe('on real threads', () => {
  needsRealData();
  const seed = async () => (await readWhole(realFile('seed-openwall.txt'))).mails;
  const whole = async () => (await readWhole(realFile('passthrough.t.mbox.gz'))).mails;

  test('MAIL-1: the seed, from an archive’s page', async () => {
    const [mail, ...more] = await seed();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      id: SEED,
      date: '2024-07-25T09:26:38.000Z',
      author: { name: expect.stringMatching(/^\S+ \S+ \S+$/) as string, masked: true },
      parents: [],
      warnings: ['An archive’s page does not say what it answers.'],
    });
    const lines = bodyLines(mail?.body ?? '');
    // its mailer put a space before PM that does not break
    expect(lines[0]?.text).toMatch(/^On Wed, Jul 24, 2024 at 10:02\sPM \S+ \S+$/);
    expect(lines[0]?.kind).toBe('attribution');
    expect(lines).toHaveLength(105);
    expect(lines.filter(({ kind }) => kind === 'quoted')).toHaveLength(54);
    expect(mail?.body).not.toMatch(/Powered by|\[list\]/);
  });

  test('MAIL-2: the seed before or after the thread is one message, with the whole address', async () => {
    for (const mails of [
      [...(await seed()), ...(await whole())],
      [...(await whole()), ...(await seed())],
    ]) {
      const thread = threadOf(mails);
      expect(thread).toMatchObject({ duplicates: 1, placeholders: 0, maxDepth: 18 });
      expect(thread.nodes).toHaveLength(126);
      const { mail, others } = thread.byId.get(SEED) ?? {};
      expect([isMasked(mail?.author.address ?? '...@'), others]).toEqual([false, []]);
      expect(masked(mail?.author.address ?? '')).toBe((await seed())[0]?.author.address);
    }
  });

  test('MAIL-3: the thread is 126 messages by 19 authors, one root, depth 18', async () => {
    const mails = await whole();
    const thread = threadOf(mails);
    expect(mails).toHaveLength(126);
    expect(new Set(mails.map(({ author }) => author.address)).size).toBe(19);
    expect(thread.roots.map(({ id }) => id)).toEqual(['668c67a324609_ed99294c0@dwillia2-xfh.jf.intel.com.notmuch']);
    expect(thread).toMatchObject({ maxDepth: 18, placeholders: 0, duplicates: 0 });
    const node = thread.byId.get(SEED);
    expect(node?.depth).toBe(4);
    expect(node?.children).toHaveLength(2);
    const at = thread.nodes.findIndex(({ id }) => id === SEED);
    const after = thread.nodes.slice(at + 1);
    expect(after.findIndex(({ depth }) => depth <= 4)).toBe(19);
  });

  test('MAIL-5: read twice, nothing is new', async () => {
    const thread = threadOf([...(await whole()), ...(await whole())]);
    expect(thread).toMatchObject({ duplicates: 126 });
    expect(thread.nodes).toHaveLength(126);
    expect(thread.nodes.every(({ others }) => others.length === 0)).toBe(true);
  });

  test('MAIL-15: an id with a slash is a parent as any other, and its link has it encoded', async () => {
    const file = realFiles('threads').find((name) => name.includes('Folios-as-a-potential'))!;
    const { byId } = threadOf((await readWhole(realFile(file))).mails);
    const parent = byId.get('1763247.1631800271@warthog.procyon.org.uk')?.parent?.id ?? '';
    expect(parent).toBe('YUJcN/dqa8f4R9w0@mit.edu');
    expect(archiveLink(parent)?.endsWith('/YUJcN%2Fdqa8f4R9w0@mit.edu')).toBe(true);
  });

  test('two thirds of the body lines are quoted, and no message carries a trailer', async () => {
    const lines = (await whole()).flatMap(({ body }) => bodyLines(body));
    const quoted = lines.filter(({ kind }) => kind === 'quoted').length / lines.length;
    // MAIL.md counts 66 in 100; blank lines at the ends of mails are not kept here
    expect(Math.round(quoted * 100)).toBe(68);
    expect(lines.filter(({ kind, text }) => kind === 'own' && /^[A-Z][\w-]+-by: /.test(text))).toEqual([]);
  });

  test('every file is read without a throw; threads have as many mails as Python’s mailbox counts', async () => {
    const files = [
      ...realFiles('mail'),
      ...realFiles('threads'),
      ...realFiles('mbox-dialects'),
      'passthrough.t.mbox.gz',
    ];
    const counts: Record<string, number> = {};
    for (const file of files) {
      const { mails, refused } = await readWhole(realFile(file));
      expect(mails.length > 0 || refused !== undefined).toBe(true);
      counts[file] = mails.length;
      for (const mail of mails) expect(bodyLines(mail.body).length).toBeGreaterThan(0);
      expect(threadOf(mails).nodes.length).toBeGreaterThanOrEqual(new Set(mails.map(({ id }) => id)).size);
    }
    const python = pythonCounts(files.filter((file) => /[.]mbox([.]gz)?$/.test(file)));
    if (python === undefined) {
      console.warn('Skipped: there is no python3 here, so counts were not compared.');
      return;
    }
    const different = Object.entries(python).flatMap(([file, count]) =>
      counts[file] === count ? [] : [`${file.replace(/^.*\//, '')}: ${String(counts[file])}, Python ${String(count)}`],
    );
    expect(different).toEqual(EXPLAINED);
  });
});

/** Where Python's mailbox differs, and why. */
const EXPLAINED: readonly string[] = [
  // its suite's own notes stand before the first mail, so it is refused, with what was found
  'f530f3_substring.mbox: 0, Python 3',
  // bare mails under the name of an mbox
  '4ca755_0016-no-subject.mbox: 1, Python 0',
  '8f66dd_0017-git-pull-request-git-2-14-3.mbox: 1, Python 0',
  '95af70_0009-git-rename-with-diff.mbox: 1, Python 0',
  'dfa3d1_charset.mbox: 1, Python 0',
  'e1933a_0008-git-rename.mbox: 1, Python 0',
  'e60d7e_0011-no-newline-at-end-of-file.mbox: 1, Python 0',
  'f7a3b5_0007-cvs-format-diff.mbox: 1, Python 0',
  // b4 escapes no line of a body, and Python splits at each that begins with From
  'b4-unescaped-formatpatch.mbox: 2, Python 3',
  'b4-unescaped.mbox: 2, Python 3',
  // Python knows neither a byte order mark nor a bare mail
  'bom.mbox: 1, Python 0',
  'eml-no-From.mbox: 1, Python 0',
  // Python does not look at Content-Length
  'mboxcl2.mbox: 1, Python 2',
];

function pythonCounts(files: readonly string[]): Readonly<Record<string, number>> | undefined {
  const script = `
import gzip, json, mailbox, sys, tempfile
counts = {}
for name in json.load(sys.stdin):
    path = '../shared/data/' + name
    data = gzip.open(path).read() if name.endswith('.gz') else open(path, 'rb').read()
    with tempfile.NamedTemporaryFile() as f:
        f.write(data); f.flush()
        counts[name] = len(mailbox.mbox(f.name))
print(json.dumps(counts))`;
  const run = spawnSync('python3', ['-c', script], { input: JSON.stringify(files), encoding: 'utf8' });
  return run.status === 0 ? (JSON.parse(run.stdout) as Record<string, number>) : undefined;
}
