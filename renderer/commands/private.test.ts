import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { run as gavel } from '../../main/cli/run';
import { mailtoOf } from '../../main/mailto';
import { withoutPrivate } from '../../shared/file/share';
import { writeFile } from '../../shared/file/write';
import type { MailToOpen } from '../../shared/ipc';
import { lineOf } from '../../shared/record/canon';
import type { Handle, Slug, Writer } from '../../shared/record/ids';
import { sha256Of } from '../../shared/record/sha256';
import { decidePin } from '../../shared/session/pins';
import { refusalText, type Result } from '../../shared/result';
import { fanOut, mailsOf } from '../../shared/summary/fan-out';
import { FORMS, formText } from '../../shared/summary/forms';
import { PEOPLE_AS } from '../../shared/summary/pseudonyms';
import { slips } from '../../shared/summary/slips';
import { slipText } from '../../shared/summary/slip-mail';
import { record, type Build, type PlainDraft } from '../../shared/testing/build';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow } from '../testing/window';
import { COMMANDS, type Registered } from './registry';

afterEach(() => Dexie.delete('private'));

/** In every private word, and in every line that names a private note; and in what everybody may read. */
const SECRET = 'sesame';
const OPEN = 'layout';

/** A record with something of everything that is printed, private notes of each kind, and lines that name them. */
function withSecrets(): { readonly build: Build; readonly secrets: readonly string[] } {
  const b = record({
    title: 'Passthrough',
    chair: 'mod',
    thread: { root: 'a@b', subject: 'x', list: 'l@lists.example' },
  })
    .people('mod', 'ana', 'ben')
    .subsystem('uvc', { maintainers: ['ana', 'ben'], lists: ['uvc@lists.example'] })
    .add({ kind: 'subsystem-opened', subsystem: 'uvc' });
  b.position('ana', 'uvc', 'standard-required', {
    rationale: `a ${OPEN} exists`,
    conditions: [`the ${OPEN} is public`],
  });
  const position = b.last;
  b.objection('ben', 'uvc', { rationale: `no ${OPEN} yet`, remedy: `a ${OPEN}` }).rule(`A ${OPEN} first`);
  b.add({ kind: 'question-raised', number: 1, text: `whose ${OPEN}?`, who: 'ben', to: ['ana'] });
  b.add({ kind: 'action-assigned', text: `write the ${OPEN}`, who: ['ana'] });
  b.add({ kind: 'note-taken', text: `the ${OPEN} was shown`, subsystem: 'uvc' });
  b.add({ kind: 'queue-joined', who: 'ben', subsystem: 'uvc', as: 'topic', about: `the ${OPEN}` });
  b.add({ kind: 'speaker-called', who: 'ana' });
  const secrets: string[] = [];
  const secret = (...drafts: readonly PlainDraft[]): typeof b.last => {
    secrets.push(b.add(...drafts).last);
    return b.last;
  };
  const note = secret({ kind: 'note-taken', text: `${SECRET} 1`, subsystem: 'uvc', private: true });
  secret({ kind: 'note-taken', text: `${SECRET} 2`, who: 'ana', about: position, private: true });
  // private is what was taken: a new text can't take it back
  b.add({ kind: 'note-amended', note, text: `${SECRET} 3` });
  b.add({ kind: 'note-amended', note, text: `${SECRET} 4`, private: false });
  b.add({ kind: 'note-taken', about: note, text: `about it: ${SECRET} 5` });
  const mail = { message: `${SECRET}@b`, lines: [`${SECRET} 6`] };
  b.do((session, env) => decidePin(session, { to: note, evidence: mail }, env));
  const struck = secret({ kind: 'note-taken', text: `${SECRET} 7`, private: true });
  b.strike(struck);
  secret(
    { kind: 'note-taken', text: `${SECRET} 8`, private: true },
    { kind: 'note-taken', text: `of its act: ${SECRET} 9`, private: true },
  );
  b.call('uvc', 'no-consensus', { statement: `the ${OPEN} is missing` });
  return { build: b, secrets };
}

test('no private word or line that names one leaves by any way but a backup', async () => {
  const { build, secrets } = withSecrets();
  const seen: string[] = [];
  const projector = new BroadcastChannel('gavel-projector');
  projector.onmessage = ({ data }: MessageEvent<unknown>) => void seen.push(JSON.stringify(data));
  const shell = memoryShell({ settings: { me: { handle: 'sue', name: 'S', address: 's@gavel.example' } } });
  const window = await openWindow(shell, 'private');
  shell.file = { name: 'a.gavel', bytes: new TextEncoder().encode(writeFile(build.lines, sha256Of)) };
  await window.run('file.open');
  const id = window.state().open!.id;
  await window.run('projector.switch');

  // every command that needs nothing but the state, whatever comes to be among them; those that change the record last
  const gave = new Map<string, string>();
  const needNothing = COMMANDS.filter((each) => each.input !== 'needed' && each.id !== 'file.open-folder');
  for (const { id: command } of needNothing.toSorted((a, b) => Number(records(a)) - Number(records(b)))) {
    if (window.state().open?.id !== id) await window.run('session.open', id);
    await window.run('select.cell', { who: 'ana' as Handle, subsystem: 'uvc' as Slug });
    const before = shell.asked.length;
    await window.runById(command);
    const asked = shell.asked.slice(before).filter(({ channel }) => !KEPT_HERE.has(channel));
    if (asked.length > 0) gave.set(command, JSON.stringify(asked.map(({ request }) => request)));
  }
  const ways = [...gave].filter(([, text]) => text.includes(OPEN)).map(([command]) => command);
  expect(ways).toEqual(
    expect.arrayContaining([
      'row.copy',
      'file.save-copy',
      'file.save-share',
      'summary.copy',
      'summary.save-eml',
      'summary.mail',
    ]),
  );
  expect([...gave].filter(([, text]) => text.includes(SECRET)).map(([command]) => command)).toEqual(['file.save-copy']);
  const mails = shell.asked
    .filter(({ channel }) => channel === 'mail-open')
    .map(({ request }) => request as MailToOpen);
  for (const mail of mails) expect(JSON.stringify(mailtoOf(mail))).not.toContain(SECRET);

  // what crossed to the projector, with everything on it
  await new Promise((resolve) => setTimeout(resolve, 20));
  projector.close();
  window.close();
  expect(seen.join('\n')).toContain(`no ${OPEN} yet`);
  expect(seen.join('\n')).not.toContain(SECRET);

  // a file for others: neither the notes nor their ids, wherever they stand
  const shared = withoutPrivate(build.lines).map(lineOf).join('\n');
  expect(shared).not.toContain(SECRET);
  for (const secret of secrets) expect(shared).not.toContain(secret);

  // every form of the command line's summary, and what it says of a mail
  const file = writeFile(build.lines, sha256Of);
  const said = async (args: readonly string[], input: string): Promise<string> =>
    JSON.stringify(
      await gavel(args, { ...HERE, standardInput: () => Promise.resolve(new TextEncoder().encode(input)) }),
    );
  for (const format of [...FORMS, 'eml']) {
    const text = await said(['summary', '-', '--format', format], file);
    expect([format, text.includes(OPEN), text.includes(SECRET)]).toEqual([format, true, false]);
  }
  expect(await said(['check', '-'], file)).not.toContain(SECRET);

  // every form with the log and with all that people can be called; slips to each, extracts to each list
  const { session } = build;
  const at = build.now;
  const texts = [
    ...FORMS.flatMap((form) =>
      PEOPLE_AS.map((named) => formText(form, session, { at, sha256: sha256Of, log: true, people: named })),
    ),
    ...slips(session).map((slip) => slipText(session, slip, { at })),
    ...mailsOf(must(fanOut(session, { at, sha256: sha256Of }, { from: 's@gavel.example', to: ['l@lists.example'] }))),
  ];
  expect(texts.length).toBeGreaterThan(FORMS.length * PEOPLE_AS.length + 3);
  expect(texts.filter((text) => !text.includes(OPEN))).toEqual([]);
  expect(texts.filter((text) => text.includes(SECRET))).toEqual([]);
});

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(refusalText(result.error));
  return result.value;
}

function records({ id, section }: Registered): boolean {
  return (section === 'Record' || section === 'Edit') && id !== 'row.copy';
}

/** What stays on this machine: the record's own copies and what a person chose. */
const KEPT_HERE: ReadonlySet<string> = new Set(['hello', 'journal-append', 'journal-read', 'settings-write']);

const HERE = {
  now: Date.UTC(2024, 8, 18),
  gitUser: () => Promise.resolve({ name: 'S', address: 's@gavel.example' }),
  writer: 'privatea' as Writer,
};
