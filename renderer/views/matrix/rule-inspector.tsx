import { useState } from 'react';
import { objectionsAbout } from '../../../shared/consensus/about';
import { assessRule } from '../../../shared/consensus/assess';
import { thingLabel } from '../../../shared/capture/label';
import type { On } from '../../../shared/record/entry';
import { inZone } from '../../../shared/record/zone';
import { callOn } from '../../../shared/session/calls';
import { meetingOf } from '../../../shared/session/meeting';
import { isStale, ruleOf, rulingOf, rules, type Rule } from '../../../shared/session/rules';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import type { RuleAt } from '../../store/overlay';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { AssessmentLine, Reasons } from '../live/assessment';
import { ObjectionItem } from '../objection-item';
import { rulingWords } from '../rule-words';
import { useKeys } from '../use-keys';
import { CallHere } from './call-here';
import { RuleAnswers } from './rule-answers';
import { RuleVersions } from './rule-versions';

/** All that stands behind one cell of the rules: text, ruling, answers, objections, assessment, call. */
export function RuleInspector() {
  const at = useStore((state) => state.selection.rule);
  const rule = useSession((session) => (at === undefined ? undefined : ruleOf(session, at.rule)));
  return (
    <aside className="insp" aria-label="Rule">
      {at === undefined || rule === undefined ? (
        <p className="insp__head meta">Pick a cell: the answers, objections and the assessment behind it stand here.</p>
      ) : (
        <>
          <Head rule={rule} at={at} />
          <Agreement at={at} />
          <RuleAnswers at={at} />
          <Objections rule={rule} on={at} />
          <CallHere on={at} title={at.subsystem === undefined ? 'Call' : `Call on #${at.subsystem}`} />
          <Stale rule={rule} at={at} />
          <RuleVersions rule={rule} />
        </>
      )}
    </aside>
  );
}

function Head({ rule, at }: { readonly rule: Rule; readonly at: RuleAt }) {
  const key = useKeys();
  const place = useSession((session) => thingLabel(session, at));
  const against = useSession((session) => rules(session).find(({ id }) => id === rule.against));
  const countered = useSession((session) => labels(rules(session).filter((each) => each.against === rule.id)));
  const ruling = useSession((session, asOf) => {
    const found = at.subsystem === undefined ? undefined : rulingOf(session, at.rule, at.subsystem);
    const today = inZone(asOf, meetingOf(session)?.zone ?? 'UTC').slice(0, 10);
    return found === undefined ? undefined : rulingWords(session, found, today);
  });
  const readOnly = useStore((state) => state.open?.readOnly === true);
  return (
    <div className="insp__head">
      <h2 className="label">{place}</h2>
      <p className="rule-text">{rule.text}</p>
      {rule.who === undefined ? null : <p className="meta">proposed by {rule.who}</p>}
      {against === undefined ? null : <p className="meta">{`against rule ${against.label}: ${against.text}`}</p>}
      {countered === '' ? null : <p className="meta">countered by rule {countered}</p>}
      {at.subsystem === undefined ? null : <p>{ruling ?? 'Nobody said how it stands here.'}</p>}
      <div className="row-of">
        <Act keys={key('rule.amend')} disabled={readOnly} onPress={() => void run('rule.amend', at)}>
          amend
        </Act>
        <Act disabled={readOnly} onPress={() => void run('rule.counter', at)}>
          counter
        </Act>
        <Act keys={key('rule.object')} disabled={readOnly} onPress={() => void run('rule.object', at)}>
          object
        </Act>
        {at.subsystem === undefined ? null : (
          <Act keys={key('rule.ruling')} disabled={readOnly} onPress={() => void run('rule.ruling')}>
            how it stands
          </Act>
        )}
      </div>
    </div>
  );
}

function labels(all: readonly Rule[]): string {
  return all.map(({ label }) => label).join(', ');
}

function Agreement({ at }: { readonly at: RuleAt }) {
  const assessment = useSession((session, asOf) => assessRule(session, at.rule, asOf, at.subsystem));
  const [open, setOpen] = useState(true);
  return (
    <section className="panel">
      <AssessmentLine
        assessment={assessment}
        open={open}
        onToggle={() => {
          setOpen(!open);
        }}
      />
      {open ? <Reasons because={assessment.because} /> : null}
    </section>
  );
}

function Objections({ rule, on }: { readonly rule: Rule; readonly on: On }) {
  const all = useSession((session) => objectionsAbout(session, on));
  if (all.length === 0) return null;
  return (
    <section className="panel">
      <h2 className="label">Objections</h2>
      <ol className="objections" aria-label="Objections">
        {all.map((objection) => (
          <ObjectionItem key={objection.id} objection={objection} stale={isStale(rule, objection.entry)} />
        ))}
      </ol>
    </section>
  );
}

/** What was said of how it stands before its text changed in substance. */
function Stale({ rule, at }: { readonly rule: Rule; readonly at: RuleAt }) {
  const ruling = useSession((session) =>
    at.subsystem === undefined ? undefined : rulingOf(session, at.rule, at.subsystem),
  );
  const call = useSession((session) => callOn(session, at));
  const held = [
    ruling !== undefined && isStale(rule, ruling.entry) ? 'ruling' : '',
    call !== undefined && isStale(rule, call.entry) ? 'call' : '',
  ].filter((bit) => bit !== '');
  if (held.length === 0) return null;
  return <p className="panel stale">{`Held before the text changed: ${held.join(' and ')}.`}</p>;
}
