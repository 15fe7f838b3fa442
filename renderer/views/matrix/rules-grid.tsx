import { useMemo, useRef, type CSSProperties } from 'react';
import type { Id, Slug } from '../../../shared/record/ids';
import { rules, type Rule } from '../../../shared/session/rules';
import { run } from '../../commands/run';
import { ruleColumns } from '../../store/rules-board';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useFollowSelection } from '../follow-focus';
import { RuleCell } from './rule-cell';

/** Rules by subsystems: how each stands at large and where. One tab stop; arrows and hjkl move it. */
export function RulesGrid() {
  const all = useSession(rules);
  const columns = useColumns();
  const selected = useStore((state) => state.selection.rule);
  const scroller = useRef<HTMLDivElement>(null);
  useFollowSelection(scroller, `${selected?.rule ?? ''} ${selected?.subsystem ?? ''}`);
  if (all.length === 0) return <NoRules />;
  const hasStop = all.some(({ id }) => id === selected?.rule);
  return (
    <div className="mx__scroll" ref={scroller}>
      <div
        role="grid"
        className="rules"
        aria-label="Rules"
        aria-rowcount={all.length + 1}
        aria-colcount={columns.length + 2}
        // a custom property has no type of its own in React's CSSProperties
        style={{ '--columns': columns.length } as CSSProperties}
      >
        <div role="row" className="rules__row rules__head">
          <span role="columnheader" className="label">
            Rule
          </span>
          <span role="columnheader" className="label rules__at-large">
            at large
          </span>
          {columns.map((slug) => (
            <span role="columnheader" key={slug} className="slug cut" title={slug}>
              {slug}
            </span>
          ))}
        </div>
        {all.map((rule, at) => (
          <RuleRow key={rule.id} rule={rule} columns={columns} stop={!hasStop && at === 0} />
        ))}
      </div>
    </div>
  );
}

/** The same list as long as nothing was recorded. */
function useColumns(): readonly Slug[] {
  const open = useStore((state) => state.open);
  const shown = useStore((state) => state.selection.subsystem);
  return useMemo(() => (open === undefined ? [] : ruleColumns(open.session, shown)), [open, shown]);
}

interface RuleRowProps {
  readonly rule: Rule;
  readonly columns: readonly Slug[];
  /** its first cell is the grid's tab stop, since none is selected */
  readonly stop: boolean;
}

function RuleRow({ rule, columns, stop }: RuleRowProps) {
  const { id, label, text, conflict } = rule;
  const against = useSession((session) => labelOf(rules(session), rule.against));
  const cross = useStore(({ selection }) => selection.rule?.rule === id);
  return (
    <div role="row" className="rules__row" data-cross={cross || undefined}>
      <span role="rowheader" className="rules__text" onMouseDown={() => void run('select.rule', { rule: id })}>
        <span className="pid">{label}</span>
        <span className="rules__words">
          {text}
          {against === undefined ? null : <span className="meta">{` against rule ${against}`}</span>}
          {conflict ? <span className="objs"> conflict</span> : null}
        </span>
      </span>
      <RuleCell rule={rule} slug={undefined} stop={stop} />
      {columns.map((slug) => (
        <RuleCell key={slug} rule={rule} slug={slug} stop={false} />
      ))}
    </div>
  );
}

function labelOf(all: readonly Rule[], id: Id | undefined): string | undefined {
  return id === undefined ? undefined : all.find((rule) => rule.id === id)?.label;
}

function NoRules() {
  return (
    <div className="mx__scroll empty">
      <p>No rule yet. n proposes one, or type: rule 1 -- text.</p>
    </div>
  );
}
