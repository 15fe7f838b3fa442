import { assessRule, assessSubsystem } from '../consensus/assess';
import { lineOf } from '../record/canon';
import type { Handle, Id, Instant, Slug } from '../record/ids';
import { actions } from '../session/actions';
import { actsOf, redoable, undoable } from '../session/acts';
import { attendance } from '../session/attendance';
import { callOn, calls, windowEnd } from '../session/calls';
import { labelsOf } from '../session/labels';
import { lastEntries, logOf } from '../session/log';
import { meetingOf, sessionId } from '../session/meeting';
import { notes } from '../session/notes';
import { objections, objectorStanding } from '../session/objections';
import { people, personOf } from '../session/people';
import { polls } from '../session/polls';
import { positionsFor } from '../session/positions';
import { questions } from '../session/questions';
import { queueOf, speaker } from '../session/queue';
import { answeredFor, answers, rules, rulings } from '../session/rules';
import type { Session } from '../session/session';
import { openSubsystem, subsystemOf, subsystems } from '../session/subsystems';
import { countedEntry, isStruck, openClashes } from '../session/verdicts';

const SLUGS = ['uvc', 'isp'] as Slug[];
const WHO = ['a', 'b', 'c', 'd'] as Handle[];
const SCRIBES = ['ana', 'bob'] as Handle[];
const AS_OF = '2024-09-17T08:00:00.003Z' as Instant;

/** Everything that the views say of a session made from an arbitrary record, as text: equal sessions have equal texts. */
export function snapshot(session: Session): string {
  const ids = logOf(session).map(({ id }) => id);
  return JSON.stringify(
    {
      log: logOf(session).map((entry) => [lineOf(entry), isStruck(session, entry.id)]),
      counted: ids.map((id: Id) => countedEntry(session, id) ?? null),
      clashes: openClashes(session),
      latest: session.latest,
      last: lastEntries(session, 5),
      acts: SCRIBES.map((by) => [actsOf(session, by), undoable(session, by), redoable(session, by)]),
      meeting: [sessionId(session), meetingOf(session), windowEnd(session)],
      people: [people(session), WHO.map((who) => personOf(session, who))],
      attendance: attendance(session),
      subsystems: [subsystems(session), openSubsystem(session), SLUGS.map((slug) => subsystemOf(session, slug))],
      positions: SLUGS.map((slug) => positionsFor(session, slug)),
      rules: rules(session).map((rule) => [
        rule,
        answers(session, rule.id),
        answeredFor(session, rule.id).map((slug) => answers(session, rule.id, slug)),
        assessRule(session, rule.id, AS_OF),
        SLUGS.map((slug) => assessRule(session, rule.id, AS_OF, slug)),
      ]),
      rulings: rulings(session),
      objections: objections(session).map((objection) => [objection, objectorStanding(session, objection)]),
      questions: questions(session),
      calls: [calls(session), SLUGS.map((subsystem) => callOn(session, { subsystem }))],
      polls: polls(session),
      queue: [SLUGS.map((slug) => queueOf(session, slug)), speaker(session)],
      notes: notes(session),
      actions: actions(session),
      labels: labelsOf(rules(session)),
      assessments: SLUGS.map((slug) => assessSubsystem(session, slug, AS_OF)),
    },
    (_, value: unknown) => (value instanceof Map ? [...value] : value instanceof Set ? [...value].sort() : value),
    1,
  );
}
