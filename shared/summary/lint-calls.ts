import { assessRule, assessSubsystem } from '../consensus/assess';
import { departureOf } from '../consensus/departure';
import { CALL_WORDS, stateLabel } from '../consensus/state-words';
import type { On } from '../record/entry';
import type { Id } from '../record/ids';
import { calls, type Call } from '../session/calls';
import { isOpen, objections, subsystemOn, type Objection } from '../session/objections';
import { ruleOf } from '../session/rules';
import type { Session } from '../session/session';
import type { Finding, LintedMail } from './finding';
import { withPauses, type FormLine } from './form-line';
import { objectionsBeside } from './homes';
import { publicPart } from './outside';

/** The open objections that no line of the mail comes from: with subsystems chosen, those on what was left out. */
export function* objectionFindings(
  { session }: LintedMail,
  lines: readonly FormLine[],
): Generator<void, readonly Finding[]> {
  const said = new Set<Id>();
  // the lines of a statement come from the same entries
  let behind: readonly Id[] = [];
  yield* withPauses(lines, (some) => {
    for (const { from } of some) {
      if (from === behind) continue;
      behind = from;
      for (const id of from) said.add(id);
    }
  });
  return objections(publicPart(session))
    .filter((objection) => isOpen(objection) && !objection.versions.some(({ id }) => said.has(id)))
    .map((objection) => ({
      kind: 'objection-missing',
      weight: 'look',
      text: `Objection ${objection.label}, which is open on ${thing(session, objection.on)}, is not in it.`,
      way: 'Choose that subsystem as well, or say in the mail that it is a part.',
      ...about(session, objection),
    }));
}

/** Calls that say more than what stands beside them, or too little. */
export function callFindings({ session, summary }: LintedMail): readonly Finding[] {
  const open = publicPart(session);
  const here = new Set(summary.blocks.flatMap((block) => (block.type === 'heading' ? [block.about ?? []].flat() : [])));
  return calls(open)
    .filter(({ reopened, on }) => {
      const slug = subsystemOn(open, on);
      return reopened === undefined && (slug === undefined || here.has(slug));
    })
    .flatMap((call) => findingsOf(open, call, summary.at));
}

function findingsOf(session: Session, call: Call, at: LintedMail['summary']['at']): readonly Finding[] {
  const { entry, on } = call;
  const name = `The call on ${thing(session, on)}`;
  const said = `${name} is ${CALL_WORDS[entry.call]}`;
  const claims = entry.call === 'consensus' || entry.call === 'rough';
  const against = claims ? objectionsBeside(session, on).filter(isOpen) : [];
  const state = claims ? assessed(session, on, at) : undefined;
  const it = { entries: [entry.id], lines: [], ...slugOf(session, on) };
  const labels = against.map(({ label }) => label).join(', ');
  const found: readonly (Pick<Finding, 'kind' | 'text' | 'way'> | undefined)[] = [
    entry.statement === undefined
      ? {
          kind: 'call-without-statement',
          text: `${name} has no statement.`,
          way: 'Write what was called, in a sentence.',
        }
      : undefined,
    departureOf(session, entry) !== undefined && entry.reason === undefined
      ? {
          kind: 'call-without-reason',
          text: `${name} departs from the assessment and gives no reason.`,
          way: 'Write why, behind "because".',
        }
      : undefined,
    state === 'below-quorum' || state === 'no-input'
      ? {
          kind: 'consensus-without-quorum',
          text: `${said}, and the assessment is ${stateLabel(state)}.`,
          way: 'Ask who has not answered, or reopen the call.',
        }
      : undefined,
    against.length > 0
      ? {
          kind: 'consensus-with-objections',
          text: `${said}, and objection${against.length === 1 ? '' : 's'} ${labels} ${against.length === 1 ? 'is' : 'are'} open.`,
          way: 'Settle them, reopen the call, or let both stand side by side, as the mail does.',
        }
      : undefined,
  ];
  return found.flatMap((each) =>
    each === undefined
      ? []
      : [
          {
            ...it,
            ...each,
            weight: 'look',
            entries: [...it.entries, ...(each.kind === 'consensus-with-objections' ? against.map(({ id }) => id) : [])],
          },
        ],
  );
}

function assessed(session: Session, on: On, at: LintedMail['summary']['at']): string | undefined {
  if ('rule' in on) return assessRule(session, on.rule, at, on.subsystem).state;
  return 'subsystem' in on ? assessSubsystem(session, on.subsystem, at).state : undefined;
}

function about(session: Session, objection: Objection): Pick<Finding, 'entries' | 'lines' | 'subsystem'> {
  return { entries: [objection.id], lines: [], ...slugOf(session, objection.on) };
}

function slugOf(session: Session, on: On): Pick<Finding, 'subsystem'> {
  const slug = subsystemOn(session, on);
  return slug === undefined ? {} : { subsystem: slug };
}

function thing(session: Session, on: On): string {
  if ('rule' in on) return `rule ${ruleOf(session, on.rule)?.label ?? ''}`;
  return subsystemOn(session, on) ?? 'a question';
}
