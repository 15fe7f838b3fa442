import { subsystems } from '../session/subsystems';
import type { Slug } from '../record/ids';
import type { Envelope } from './eml';
import type { Finding, LintedMail } from './finding';
import { bareAddress, readMailbox } from './mailbox';

/** How many recipients a list takes for a person's mail, and no longer for a bulk one. */
const MOST_RECIPIENTS = 30;
/** How archives mask an address: `a@...com`, `na...@host`, `x@xxxx`. */
export const MASKED = /\S*(?:@\.\.\.|\.\.\.@|@x{3,})\S*/i;

const HERE = { entries: [], lines: [] } as const;
const ANSWERS = { ...HERE, setting: 'Answers' } as const;

/** Whether it can be sent at all, to whom, and whether those get it whom it is about. */
export function envelopeFindings(mail: LintedMail): readonly Finding[] {
  const { from, to, cc = [] } = mail.envelope;
  const all = [...to, ...cc];
  return [
    ...addressFindings([from], 'From', 'Type your own address into From.'),
    ...addressFindings(to, 'To', 'Correct it in To.'),
    ...addressFindings(cc, 'Cc', 'Correct it in Cc.'),
    ...(to.length === 0
      ? [
          {
            ...HERE,
            setting: 'To',
            kind: 'recipients',
            weight: 'stop',
            text: 'To names nobody.',
            way: 'Type the list into To.',
          } as const,
        ]
      : []),
    ...(all.length > MOST_RECIPIENTS
      ? [
          {
            ...HERE,
            setting: 'Cc',
            kind: 'recipients',
            weight: 'look',
            text: `It goes to ${String(all.length)} addresses; many lists hold back what goes to more than ${String(MOST_RECIPIENTS)}.`,
            way: 'Take out of Cc who reads the list anyway.',
          } as const,
        ]
      : []),
    ...missingLists(mail),
  ];
}

function addressFindings(
  all: readonly Envelope['from'][],
  field: 'From' | 'To' | 'Cc',
  way: string,
): readonly Finding[] {
  return all.flatMap((each): readonly Finding[] => {
    const read = readMailbox(each, field);
    if (read.ok) return [];
    const typed = typeof each === 'string' ? each : each.address;
    if (MASKED.test(typed)) {
      const text = `${field}: an archive masked "${typed}"; nobody gets what is sent there.`;
      return [
        {
          ...HERE,
          setting: field,
          kind: 'masked-address',
          weight: 'stop',
          text,
          way: 'Type the address in full, or leave it out.',
        },
      ];
    }
    const found = read.error.found === undefined ? '' : ` Found: ${read.error.found}.`;
    return [
      { ...HERE, setting: field, kind: 'recipients', weight: 'stop', text: `${read.error.message}${found}`, way },
    ];
  });
}

/** The lists of the subsystems that it is about, as far as they don't get it. */
function missingLists({ session, summary, envelope }: LintedMail): readonly Finding[] {
  const sent = new Set(
    [...envelope.to, ...(envelope.cc ?? [])].flatMap((each) => {
      const read = readMailbox(each, '');
      return read.ok ? read.value.address.toLowerCase() : [];
    }),
  );
  const here = new Set(
    summary.blocks.flatMap((block): readonly Slug[] => ('about' in block ? [block.about ?? []].flat() : [])),
  );
  return subsystems(session)
    .filter(({ slug }) => here.has(slug))
    .flatMap(({ slug, lists }): readonly Finding[] => {
      const missing = lists.flatMap((list) => bareAddress(list) ?? []).filter((list) => !sent.has(list.toLowerCase()));
      if (missing.length === 0) return [];
      return [
        {
          kind: 'recipients',
          weight: 'look',
          text: `It says what was said of ${slug}, and ${missing.join(', ')} does not get it.`,
          way: 'Add the list to Cc, or send it an extract.',
          entries: [],
          lines: [],
          subsystem: slug,
        },
      ];
    });
}

/** Whether it lands in the thread that it is about. */
export function threadFindings({ summary }: LintedMail): readonly Finding[] {
  const { thread, subject } = summary;
  if (thread === undefined) {
    return [
      {
        ...ANSWERS,
        kind: 'thread',
        weight: 'look',
        text: 'It answers no message: it begins a thread of its own.',
        way: 'Import the thread, or choose the message that it answers.',
      },
    ];
  }
  const wrong = [thread.inReplyTo, ...thread.references].filter((id) => /[\s<>]/.test(id) || !id.includes('@'));
  return [
    ...wrong.slice(0, 1).map((id): Finding => ({
      ...ANSWERS,
      kind: 'thread',
      weight: 'stop',
      text: `"${id}" is not a Message-ID: the mail would stand outside its thread.`,
      way: 'Choose the message that it answers from the thread.',
    })),
    ...(thread.references.at(-1) === thread.inReplyTo
      ? []
      : [
          {
            ...ANSWERS,
            kind: 'thread',
            weight: 'look',
            text: 'References do not end in the message that it answers.',
            way: 'Choose the message that it answers from the thread.',
          } as const,
        ]),
    ...(/^re:/i.test(subject)
      ? []
      : [
          {
            ...ANSWERS,
            kind: 'thread',
            weight: 'look',
            text: 'It answers a message, and its subject does not begin with Re:.',
            way: 'Choose the message that it answers from the thread.',
          } as const,
        ]),
  ];
}
