import { memo } from 'react';
import { assessRule } from '../../../shared/consensus/assess';
import { objectionsAbout } from '../../../shared/consensus/about';
import { STATE_WORDS } from '../../../shared/consensus/state-words';
import type { On } from '../../../shared/record/entry';
import type { Slug } from '../../../shared/record/ids';
import { callOn } from '../../../shared/session/calls';
import { isOpen } from '../../../shared/session/objections';
import { answers, isStale, rulingOf, type Rule } from '../../../shared/session/rules';
import { Glyph } from '../../components/glyph';
import { run } from '../../commands/run';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { CallGlyph } from '../call-glyph';
import { callShown } from '../calls-shown';
import { RULING_SHORT } from '../rule-words';

interface RuleCellProps {
  readonly rule: Rule;
  /** absent: at large */
  readonly slug: Slug | undefined;
  /** the tab stop of a grid in which nothing is selected */
  readonly stop: boolean;
}

/** How a rule stands in one place: at large where agreement on it stands, for a subsystem how it was ruled there. */
export const RuleCell = memo(function RuleCell({ rule, slug, stop }: RuleCellProps) {
  const { id, label } = rule;
  const on: On = slug === undefined ? { rule: id } : { rule: id, subsystem: slug };
  const ruling = useSession((session) => (slug === undefined ? undefined : rulingOf(session, id, slug)));
  const answered = useSession((session) => answers(session, id, slug).length);
  const objected = useSession((session) => objectionsAbout(session, on).filter(isOpen).length);
  const call = useSession((session) => callOn(session, on));
  const state = useSession((session, asOf) => (slug === undefined ? assessRule(session, id, asOf).state : undefined));
  const selected = useStore(({ selection }) => selection.rule?.rule === id && selection.rule.subsystem === slug);
  const stale = ruling !== undefined && isStale(rule, ruling.entry);
  const words = ruling === undefined ? '' : RULING_SHORT[ruling.entry.state];
  const name = [
    `rule ${label}`,
    slug ?? 'at large',
    state === undefined ? '' : STATE_WORDS[state],
    ruling === undefined ? '' : ruling.entry.state,
    answered === 0 ? '' : answered === 1 ? '1 answer' : `${String(answered)} answers`,
    objected === 0 ? '' : 'objects',
    stale ? 'held before the text changed' : '',
  ].filter((bit) => bit !== '');
  return (
    <div
      role="gridcell"
      className="rule-cell"
      aria-label={name.join(', ')}
      aria-selected={selected}
      data-ruling={ruling?.entry.state}
      data-stale={stale || undefined}
      tabIndex={selected || stop ? 0 : -1}
      onMouseDown={() => void run('select.rule', { rule: id, ...(slug === undefined ? {} : { subsystem: slug }) })}
    >
      {callShown(call) === undefined ? null : <CallGlyph call={call} />}
      <span className="cut">{state === undefined ? words : STATE_WORDS[state]}</span>
      {ruling === undefined && slug !== undefined && answered > 0 ? <span className="meta">{answered}</span> : null}
      {ruling === undefined && slug !== undefined && answered === 0 ? <Glyph name="n" /> : null}
      {objected === 0 ? null : <Glyph name="objection" className="mark" />}
    </div>
  );
});
