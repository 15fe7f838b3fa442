import { calendarDay } from '../record/dates';
import type { Instant } from '../record/ids';
import { ok, refuse, type Result } from '../result';
import { meetingOf } from '../session/meeting';
import type { Session } from '../session/session';
import type { Block, Item, Summary } from './document';
import { emlText } from './eml';
import { textOf } from './form-line';
import type { Mailbox } from './mailbox';
import { mailLines } from './mail-text';
import { page } from './page';
import { publicPart } from './outside';
import { pseudonyms } from './pseudonyms';
import { slips, type Slip } from './slips';

interface SlipOptions {
  /** the moment that the mail is made for */
  readonly at: Instant;
  readonly ascii?: boolean;
}

/** What is answered under a number, as the slip says it; the word is what a scribe records it by. */
const SLIP_WAYS = [
  ['ok', 'it stands as it is'],
  ['correct', 'with what you said, in your words'],
  ['paraphrase', 'with the words that may stand there in place of yours'],
  ['withhold', 'your name and these words stay out of everything that is sent'],
] as const;

/** The slip as a mail's text: what was recorded of one person, and how to answer. */
export function slipText(session: Session, slip: Slip, options: SlipOptions): string {
  return textOf(mailLines(slipDocument(session, slip, options)));
}

/** The slip as a mail to that person. Refused where no address of theirs is known, or From can't be trusted. */
export function slipEml(session: Session, slip: Slip, from: string | Mailbox, options: SlipOptions): Result<string> {
  const { who, name, address } = slip;
  if (address === undefined) {
    return refuse(`No address is known of ${who}.`, {
      expected: `one, as the line "+ @${who} -- Name <name@host.domain>" records it`,
    });
  }
  return emlText(slipDocument(session, slip, options), { from, to: [{ address, name }] });
}

/** What all slips go out as. */
interface SlipEmls {
  readonly emls: readonly string[];
  /** the names of those to whom none can be sent */
  readonly withoutAddress: readonly string[];
}

/** A mail to each who said something and has an address. Nothing is written where any of them can't be. */
export function slipEmls(session: Session, from: string | Mailbox, options: SlipOptions): Result<SlipEmls> {
  const emls: string[] = [];
  const withoutAddress: string[] = [];
  for (const slip of slips(session)) {
    if (slip.address === undefined) {
      withoutAddress.push(slip.name);
      continue;
    }
    const eml = slipEml(session, slip, from, options);
    if (!eml.ok) return eml;
    emls.push(eml.value);
  }
  if (emls.length > 0) return ok({ emls, withoutAddress });
  return refuse(
    withoutAddress.length === 0
      ? 'Nobody is recorded as having said anything yet.'
      : 'Nobody has an address that a slip could be sent to.',
  );
}

/** Words as they may stand in somebody's slip: who withholds the name is named in nobody else's, as in the summary. */
function saidTo(session: Session, { who }: Slip): (words: string) => string {
  const mask = pseudonyms(session, 'names');
  return mask === undefined || mask.names.has(who) ? (words) => words : mask.scrub.text;
}

/** A small document like the summary's, so that no word of a person can forge a line of it either. */
function slipDocument(session: Session, slip: Slip, { at, ascii = false }: SlipOptions): Summary {
  const here = page(publicPart(session), { at, rationales: true, ascii });
  const meeting = meetingOf(here.session);
  const said = saidTo(here.session, slip);
  const title = here.cell(said(meeting?.title ?? 'this session'));
  const held = meeting?.entry.heldOn?.map(calendarDay).join(', ');
  const paragraph = (text: string): Block => ({ type: 'paragraph', said: here.say(text) });
  const ways: readonly Item[] = SLIP_WAYS.map(([mark, words]) => ({ mark, head: here.say(words), lines: [] }));
  const statements: readonly Item[] = slip.statements.map(({ number, what, words, said: moment, entry, answer }) => ({
    mark: String(number),
    head: here.say(what, [entry]),
    date: here.day(moment),
    lines: [
      ...words.map((line) => here.line('words', said(line), [entry])),
      ...(answer === undefined ? [] : [here.line('remark', `You answered: ${answer.answer}.`, [answer])]),
    ],
  }));
  return {
    subject: here.cell(`What we recorded you as saying: ${title}`),
    title,
    version: 1,
    settings: { at, rationales: true, log: false, people: 'names', ascii },
    at,
    zone: here.zone,
    links: [],
    blocks: [
      paragraph(`Hi ${slip.name},`),
      paragraph(
        `this is what we recorded you as saying in "${title}"${held === undefined ? '' : `, held on ${held}`}. ` +
          'Before the summary goes to the list, tell us what of it is wrong: reply, and write one of these words under each number.',
      ),
      { type: 'items', of: 'points', items: ways },
      paragraph('What you do not answer stands as it is.'),
      { type: 'items', of: 'objections', items: statements },
    ],
  };
}
