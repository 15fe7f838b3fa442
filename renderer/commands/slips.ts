import type { Handle } from '../../shared/record/ids';
import type { Result } from '../../shared/result';
import { decideSlipAnswer, type SlipInput } from '../../shared/session/slips';
import type { Slip } from '../../shared/summary/slips';
import { ask } from '../bridge/bridge';
import { draftKey } from '../store/drafts';
import { openOverlay, say, sayIfRefused, showNotice } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { fileNameOf } from './file-name';
import { record } from './recording';

const SESSION: Condition = { session: true };

/** What slips are written with: loaded when somebody wants one. */
async function written() {
  const { open, asOf, summary, settings } = getState();
  const [{ slips }, { slipEml, slipEmls, slipText }] = await Promise.all([
    import('../../shared/summary/slips'),
    import('../../shared/summary/slip-mail'),
  ]);
  if (open === undefined) return undefined;
  const { session } = open;
  const { name, address = '' } = settings.me ?? {};
  const from = summary.from ?? (name === undefined ? address : { name, address });
  const options = { at: asOf, ascii: summary.ascii };
  return {
    of: (who: Handle): Slip | undefined => slips(session).find((slip) => slip.who === who),
    text: (slip: Slip): string => slipText(session, slip, options),
    eml: (slip: Slip): Result<string> => slipEml(session, slip, from, options),
    all: () => slipEmls(session, from, options),
  };
}

async function saveOne(who: Handle): Promise<void> {
  const made = await written();
  const slip = made?.of(who);
  if (made === undefined || slip === undefined) return;
  const eml = made.eml(slip);
  if (!sayIfRefused(eml)) return;
  const saved = await ask('file-save', { suggestedName: `slip-${fileNameOf(slip.name)}.eml`, text: eml.value });
  if (sayIfRefused(saved) && saved.value !== undefined) say(`Saved the slip of ${slip.name}: ${saved.value.path}`);
}

/** All slips as one file of mails; who has no address is named, and left out. */
async function saveAll(): Promise<void> {
  const made = await written();
  if (made === undefined) return;
  const { mboxText } = await import('../../shared/summary/mbox');
  const all = made.all();
  if (!sayIfRefused(all)) return;
  const { emls, withoutAddress } = all.value;
  const saved = await ask('file-save', { suggestedName: 'slips.mbox', text: mboxText(emls) });
  if (!sayIfRefused(saved) || saved.value === undefined) return;
  const words = `Saved ${String(emls.length)} slips: ${saved.value.path}`;
  if (withoutAddress.length === 0) say(words);
  else showNotice({ tone: 'info', text: words, detail: [`No address is known of ${withoutAddress.join(', ')}.`] });
}

export const slipCommands = {
  'slips.open': command({
    title: 'Slips: what we recorded each as saying',
    section: 'Session',
    when: SESSION,
    line: 'slips',
    run: () => {
      openOverlay({ kind: 'slips' });
    },
  }),
  'slips.save': commandWith<Handle>({
    title: 'Save a slip as a mail',
    section: 'Session',
    when: SESSION,
    run: saveOne,
  }),
  'slips.save-all': command({
    title: 'Save all slips as mails',
    section: 'Session',
    when: SESSION,
    run: saveAll,
  }),
  'slips.mail': commandWith<Handle>({
    title: 'Open a slip in the mail program',
    section: 'Session',
    when: SESSION,
    run: async (who) => {
      const made = await written();
      const slip = made?.of(who);
      if (made === undefined || slip?.address === undefined) return;
      const subject = /^Subject: ([^\n]*(?:\n [^\n]*)*)/m.exec(valueOf(made.eml(slip)))?.[1]?.replace(/\n /g, ' ');
      const opened = await ask('mail-open', { to: [slip.address], subject: subject ?? '', body: made.text(slip) });
      if (sayIfRefused(opened)) {
        say(opened.value.bodyOnClipboard ? 'Its text is on the clipboard: paste it.' : 'Opened in the mail program.');
      }
    },
  }),
  'slips.copy': commandWith<Handle>({
    title: 'Copy a slip',
    section: 'Session',
    when: SESSION,
    run: async (who) => {
      const made = await written();
      const slip = made?.of(who);
      if (made === undefined || slip === undefined) return;
      if (sayIfRefused(await ask('clipboard-write', { text: made.text(slip) })))
        say(`Copied the slip of ${slip.name}.`);
    },
  }),
  'slips.answer': commandWith<SlipInput>({
    title: 'Record what somebody answered to their slip',
    section: 'Record',
    when: { session: true, writable: true },
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.slip(open.id, input.entry);
      await record((session, env) => decideSlipAnswer(session, input, env), { from });
    },
  }),
} as const;

function valueOf(eml: Result<string>): string {
  return eml.ok ? eml.value : '';
}
