import { useState } from 'react';
import { assessSubsystem } from '../../../shared/consensus/assess';
import { tally } from '../../../shared/consensus/tally';
import type { Slug } from '../../../shared/record/ids';
import { spentOn } from '../../../shared/session/agenda';
import { presence } from '../../../shared/session/attendance';
import { callOn, isTentative } from '../../../shared/session/calls';
import { isOpen } from '../../../shared/session/objections';
import { openSubsystem, subsystemOf, turnTo } from '../../../shared/session/subsystems';
import { run } from '../../commands/run';
import { useKeys } from '../use-keys';
import { Act } from '../../components/button';
import { CallBadge } from '../../components/call-badge';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { answersIn, countOf, TallyBar } from '../../components/tally-bar';
import { useSession } from '../../store/use-session';
import { objectionsHere } from '../../store/objections-here';
import { callsShown } from '../calls-shown';
import { presenceWords } from '../presence-words';
import { AssessmentLine, Reasons } from './assessment';
import { Related } from './related';

/** What the room is on: its question, what is open, the chair's call, and who holds what in numbers of people. */
export function Subject({ slug }: { readonly slug: Slug }) {
  const key = useKeys();
  const { name, question, partOf } = useSession((session) => subsystemOf(session, slug));
  const objecting = useSession((session) => objectionsHere(session, slug).filter(isOpen).length);
  const call = useSession((session) => callOn(session, { subsystem: slug }));
  const shown = callsShown(call);
  const tentative = useSession(isTentative);
  const isOpenHere = useSession((session, asOf) => turnTo(session, slug, asOf).length === 0);
  return (
    <section className="subject" aria-label="Subsystem">
      <div className="subject__line">
        <h1 className="cut">{name}</h1>
        <span className="slug">#{slug}</span>
        <Related slug={slug} partOf={partOf} />
        <div className="subject__facts">
          {objecting === 0 ? null : (
            <span className="objs">
              <Glyph name="objection" />
              {objecting === 1 ? '1 open objection' : `${String(objecting)} open objections`}
            </span>
          )}
          {isOpenHere ? null : (
            <Act keys={key('subsystem.turn-to')} onPress={() => void run('subsystem.turn-to', slug)}>
              turn to it
            </Act>
          )}
          <button
            type="button"
            className="subject__call"
            title="Chair's call"
            onClick={() => void run('record.call', { subsystem: slug })}
          >
            {shown.length === 0 ? <CallBadge call={undefined} /> : null}
            {shown.map((entry) => (
              <CallBadge key={entry.id} call={entry.kind === 'call-made' ? entry.call : 'reopened'} />
            ))}
          </button>
          {shown.map((entry) =>
            entry.kind === 'call-reopened' || entry.stance === undefined ? null : (
              <span key={entry.id} className="stance" data-stance={STANCE_LOOK[entry.stance].code}>
                <Glyph name={STANCE_LOOK[entry.stance].code} />
                {STANCE_LOOK[entry.stance].short}
              </span>
            ),
          )}
          {shown.length > 0 && tentative ? (
            <span className="meta" title="Until the list window ends, which is counted from the first summary sent.">
              tentative
            </span>
          ) : null}
          {call?.conflict === true ? <span className="objs">conflict</span> : null}
          <Minutes slug={slug} />
        </div>
      </div>
      {question === undefined ? null : <p className="subject__question">{question}</p>}
      <Standing slug={slug} />
    </section>
  );
}

/** The bar, its numbers, the assessment and how many were heard. */
function Standing({ slug }: { readonly slug: Slug }) {
  const counted = useSession((session) => tally(session, slug));
  const assessment = useSession((session, asOf) => assessSubsystem(session, slug, asOf));
  const [open, setOpen] = useState(false);
  return (
    <div className="tally">
      <TallyBar tally={counted} />
      <div className="tally__legend">
        {answersIn(counted).map((stance) => (
          <span key={stance} className="stance" data-stance={STANCE_LOOK[stance].code}>
            <Glyph name={STANCE_LOOK[stance].code} />
            <b>{countOf(counted, stance)}</b>
            {STANCE_LOOK[stance].words}
          </span>
        ))}
        <AssessmentLine
          assessment={assessment}
          open={open}
          onToggle={() => {
            setOpen(!open);
          }}
        />
        <span className="tally__note meta">
          {counted.heard} of {counted.of} heard
        </span>
        <Presence />
      </div>
      {open ? <Reasons because={assessment.because} /> : null}
    </div>
  );
}

/** Who is here, in numbers, where attendance was taken; a press opens it. */
function Presence() {
  const words = presenceWords(useSession(presence));
  return words === '' ? null : (
    <Act label={`Attendance: ${words}`} onPress={() => void run('people.attendance')}>
      {words}
    </Act>
  );
}

/** How long the room has been on this in all, beside what the agenda gives it; nothing where it never was on it. */
function Minutes({ slug }: { readonly slug: Slug }) {
  const spent = useSession((session, asOf) => Math.floor(spentOn(session, slug, asOf) / 60_000));
  const { minutes } = useSession((session) => subsystemOf(session, slug));
  const on = useSession((session) => openSubsystem(session)?.slug === slug);
  if (!on && spent === 0) return minutes === undefined ? null : <span className="meta">{minutes} min allotted</span>;
  const of = minutes === undefined ? '' : ` of ${String(minutes)}`;
  const over = minutes !== undefined && spent >= minutes;
  return <span className={over ? 'objs' : 'meta'}>{`${String(spent)}${of} min on subsystem`}</span>;
}
