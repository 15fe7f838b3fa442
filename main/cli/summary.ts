import { isSlug, type Slug } from '../../shared/record/ids';
import { meetingOf } from '../../shared/session/meeting';
import { sentVersions } from '../../shared/session/sent';
import { foldAll, type Session } from '../../shared/session/session';
import { hasSubsystem, subsystems } from '../../shared/session/subsystems';
import { emlText, type Envelope } from '../../shared/summary/eml';
import { fanOut, mailsOf } from '../../shared/summary/fan-out';
import { FORMS, formText } from '../../shared/summary/forms';
import { mboxText } from '../../shared/summary/mbox';
import { PEOPLE_AS } from '../../shared/summary/pseudonyms';
import { summarise, type SummaryOptions } from '../../shared/summary/summarise';
import { readArguments } from './arguments';
import { readGavel } from './input';
import { momentOf, senderOf } from './mail-options';
import { done, misused, refused, type Outcome } from './outcome';
import { sha256, type Shell } from './shell';

export const usage =
  'gavel summary FILE.gavel [--format mail|eml|md|html|csv|json|mbox] [--to LIST] [--cc LIST] [--from ADDRESS] [--at TIME]\n' +
  '              [--subsystems A,B] [--people names|initials|roles] [--no-reasons] [--log] [--ascii] [--since VERSION]';

/** A comma that is not inside a quoted name. */
const BETWEEN = /\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/;

const OPTIONS = {
  format: { type: 'string', default: 'mail' },
  to: { type: 'string', multiple: true },
  cc: { type: 'string', multiple: true },
  from: { type: 'string' },
  at: { type: 'string' },
  subsystems: { type: 'string' },
  people: { type: 'string', default: 'names' },
  'no-reasons': { type: 'boolean', default: false },
  log: { type: 'boolean', default: false },
  ascii: { type: 'boolean', default: false },
  since: { type: 'string' },
} as const;

/**
 * The summary of a session in one form: `mail` is the mail's text, `eml` the whole mail as a file, `mbox` that and an
 * extract for the list of each subsystem.
 */
export async function summary(args: readonly string[], shell: Shell): Promise<Outcome> {
  const read = readArguments(args, OPTIONS, usage);
  if (!read.ok) return read.error;
  const { values, positionals } = read.value;
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) return misused('One file is summarised at a time.', usage);
  const form = FORMS.find((each) => each === values.format);
  if (form === undefined && values.format !== 'eml' && values.format !== 'mbox') {
    return misused(`There is no format ${values.format}. There are: mail, eml, md, html, csv, json, mbox.`);
  }
  const file = await readGavel(shell, name);
  if (!file.ok) return refused(file.error);
  const session = foldAll(file.value.entries);
  const options = optionsOf(values, session, shell);
  if ('exit' in options) return options;
  if (form !== undefined) return done(formText(form, session, options));

  const from = await senderOf(values.from, shell);
  if (!from.ok) return from.error;
  const list = meetingOf(session)?.entry.thread?.list;
  const to = values.to ?? (list === undefined ? [] : [list]);
  if (to.length === 0) return misused('To which list? The session names none. Add --to LIST.');
  const envelope = { from: from.value, to: addresses(to), cc: addresses(values.cc ?? []) };
  if (values.format === 'mbox') return mbox(session, options, envelope);
  const eml = emlText(summarise(session, options), envelope);
  return eml.ok ? done(eml.value) : refused(eml.error);
}

/** The whole and the extract for each subsystem's own list, in the order of sending. */
function mbox(session: Session, options: SummaryOptions, envelope: Envelope): Outcome {
  const out = fanOut(session, options, envelope);
  if (!out.ok) return refused(out.error);
  const { extracts, withoutList } = out.value;
  const messages = [
    ...extracts.map(({ subsystem, lists }) => `${subsystem}: an extract to ${lists.join(', ')}`),
    ...(withoutList.length === 0 ? [] : [`no list is recorded for ${withoutList.join(', ')}: no extract`]),
  ];
  return done(mboxText(mailsOf(out.value)), messages);
}

type Values = Readonly<{
  at?: string;
  subsystems?: string;
  people: string;
  'no-reasons': boolean;
  log: boolean;
  ascii: boolean;
  since?: string;
}>;

/** What the summary is to be like, as typed; what makes no sense is misuse. */
function optionsOf(values: Values, session: Session, shell: Shell): SummaryOptions | Outcome {
  const at = momentOf(values.at, session, shell);
  if (!at.ok) return at.error;
  const people = PEOPLE_AS.find((each) => each === values.people);
  if (people === undefined) return misused(`--people: ${values.people} is none of ${PEOPLE_AS.join(', ')}.`);
  if (values.since !== undefined && !/^\d{1,9}$/.test(values.since)) {
    return misused(`--since: ${JSON.stringify(values.since)} is not a version. For example 1; 0 tells no changes.`);
  }
  const chosen = values.subsystems?.split(',').map((slug) => slug.trim().replace(/^#/, ''));
  const unknown = chosen?.find((slug) => !isSlug(slug) || !hasSubsystem(session, slug));
  if (unknown !== undefined) {
    const known = subsystems(session).map(({ slug }) => slug);
    return misused(`--subsystems: there is no subsystem ${JSON.stringify(unknown)}. There are: ${known.join(', ')}.`);
  }
  const since = values.since === undefined ? undefined : Number(values.since);
  const sent = sentVersions(session, chosen?.length === 1 ? (chosen[0] as Slug) : undefined);
  if (since !== undefined && since !== 0 && !sent.some(({ version }) => version === since)) {
    const known = sent.map(({ version }) => String(version)).join(', ');
    return misused(`--since: no version ${String(since)} was sent. There are: ${known === '' ? 'none' : known}.`);
  }
  return {
    at: at.value,
    sha256,
    people,
    rationales: !values['no-reasons'],
    log: values.log,
    ascii: values.ascii,
    ...(chosen === undefined ? {} : { subsystems: chosen as Slug[] }),
    ...(since === undefined ? {} : { since }),
  };
}

function addresses(typed: readonly string[]): readonly string[] {
  return typed.flatMap((each) => each.split(BETWEEN));
}
