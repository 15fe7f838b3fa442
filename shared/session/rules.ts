import type { Draft, Entry, EntryOf } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Handle, Id, Slug } from '../record/ids';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { metConditions } from './conditions';
import { decided } from './enter';
import { labelsOf, nextNumber } from './labels';
import { keysOf, remembered, standingOf } from './look';
import type { Condition } from './positions';
import { answerStanding, standings, type AnswerEntry } from './registers';
import { keptHandle, keptHandles } from './same';
import type { Session } from './session';
import { answersTo } from './shelves';
import type { Standing } from './register';

export type RuleEntry = EntryOf<'rule-proposed' | 'rule-amended'>;

/** A rule as its text stands. */
export interface Rule {
  readonly id: Id;
  readonly number: number;
  /** the number as it is printed: longer where two clash */
  readonly label: string;
  readonly text: string;
  readonly who?: Handle;
  /** the rule that it counters */
  readonly against?: Id;
  readonly entry: RuleEntry;
  readonly conflict: boolean;
  /** every text, the oldest first */
  readonly versions: readonly RuleEntry[];
  /** when its text last changed in substance: answers from before are stale */
  readonly substantialSince?: Id;
}

export function rules(session: Session): readonly Rule[] {
  return remembered(session, 'rules', ['rule', 'same'], () => {
    const standing = standings(session, 'rule') as readonly [Id, Standing<RuleEntry>][];
    const labelOf = labelsOf(standing.map(([id, { head }]) => ({ id, number: head.number })));
    const all = standing.map(([id, { head, conflict, history }]): Rule => {
      const substantial = history.findLast((entry) => entry.kind === 'rule-amended' && entry.substantial === true)?.id;
      return {
        id,
        number: head.number,
        label: labelOf({ id, number: head.number }),
        text: head.text,
        ...(head.who === undefined ? {} : { who: keptHandle(session, head.who) }),
        ...(head.against === undefined ? {} : { against: head.against }),
        entry: head,
        conflict,
        versions: history,
        ...(substantial === undefined ? {} : { substantialSince: substantial }),
      };
    });
    return all.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  });
}

export function ruleOf(session: Session, id: Id): Rule | undefined {
  return rules(session).find((rule) => rule.id === id);
}

/** What a person answers to a rule, at large or for one subsystem. */
export interface Answer {
  readonly who: Handle;
  readonly answer: AnswerEntry['answer'];
  readonly conditions: readonly Condition[];
  readonly entry: AnswerEntry;
  readonly conflict: boolean;
  readonly heads: readonly AnswerEntry[];
  readonly history: readonly AnswerEntry[];
  /** given before the rule's text changed in substance */
  readonly stale: boolean;
}

/** Every answer to a rule at large, or for one subsystem where it is named, by the person's handle. */
export function answers(session: Session, rule: Id, subsystem?: Slug): readonly Answer[] {
  const group = answersTo(rule, subsystem);
  return remembered(session, `answers ${group}`, [group, 'same', 'rule', 'condition'], () => {
    const text = ruleOf(session, rule);
    const holders = keptHandles(session, keysOf(session, group) as readonly Handle[]).sort();
    return holders.flatMap((who): Answer[] => {
      const found = answerStanding(session, who, rule, subsystem);
      if (found === undefined) return [];
      const { head, conflict, heads, history } = found;
      const met = metConditions(session, who, group);
      return [
        {
          who,
          answer: head.answer,
          conditions: (head.conditions ?? []).map((condition) => ({ text: condition, met: met.has(condition) })),
          entry: head,
          conflict,
          heads,
          history,
          stale: text !== undefined && isStale(text, head),
        },
      ];
    });
  });
}

/** Whether something was held about a rule before its text changed in substance. */
export function isStale({ substantialSince }: Rule, held: { readonly id: Id }): boolean {
  return substantialSince !== undefined && held.id < substantialSince;
}

/** The subsystems for which a rule was answered apart. */
export function answeredFor(session: Session, rule: Id): readonly Slug[] {
  const prefix = `${answersTo(rule)} `;
  const slugs = [...session.groups.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length) as Slug);
  return slugs.filter((slug) => answers(session, rule, slug).length > 0).sort();
}

/** How a rule stands for one subsystem. */
export interface Ruling {
  readonly rule: Id;
  readonly subsystem: Slug;
  readonly entry: EntryOf<'ruling-made'>;
  readonly conflict: boolean;
  readonly history: readonly EntryOf<'ruling-made'>[];
}

export function rulings(session: Session): readonly Ruling[] {
  return remembered(session, 'rulings', ['ruling'], () =>
    keysOf(session, 'ruling')
      .slice()
      .sort()
      .flatMap((key) => {
        const found = standingOf<'ruling-made'>(session, 'ruling', key);
        if (found === undefined || found.head.state === 'none') return [];
        const { head, conflict, history } = found;
        return [{ rule: head.rule, subsystem: head.subsystem, entry: head, conflict, history }];
      }),
  );
}

/** How a rule stands for a subsystem; undefined where nobody said. */
export function rulingOf(session: Session, rule: Id, subsystem: Slug): Ruling | undefined {
  return rulings(session).find((ruling) => ruling.rule === rule && ruling.subsystem === subsystem);
}

type RuleFields = Omit<Extract<Draft, { kind: 'rule-proposed' }>, 'kind' | 'prev' | 'number'>;

export function decideRule(
  session: Session,
  input: RuleFields & { readonly number?: number },
  env: Env,
): Result<readonly Entry[]> {
  const number = input.number ?? nextNumber(session, 'rule');
  return decided(session, [{ ...input, kind: 'rule-proposed', number }], env);
}

/** A new text of a rule. A substantial one makes what was answered before stale. */
export function decideAmendRule(
  session: Session,
  input: { readonly rule: Id } & Partial<RuleFields>,
  env: Env,
): Result<readonly Entry[]> {
  const current = ruleOf(session, input.rule)?.entry;
  if (current === undefined) return refuse('That rule is not in the record.');
  // whether a change is substantial is said of each change anew
  const { substantial: _substantial, ...fields } = ownFields(current);
  return decided(session, [{ ...fields, ...input, kind: 'rule-amended' }], env);
}

export function decideAnswer(
  session: Session,
  input: Omit<Extract<Draft, { kind: 'rule-answered' }>, 'kind' | 'prev'>,
  env: Env,
): Result<readonly Entry[]> {
  return decided(session, [{ kind: 'rule-answered', ...input }], env);
}

/** Several people answer a rule alike, as one act. */
export function decideAnswers(
  session: Session,
  { who, ...answer }: Omit<Parameters<typeof decideAnswer>[1], 'who'> & { readonly who: readonly Handle[] },
  env: Env,
): Result<readonly Entry[]> {
  if (who.length === 0) return refuse('Who answers? Name somebody.');
  return decided(
    session,
    who.map((each) => ({ kind: 'rule-answered', ...answer, who: each })),
    env,
  );
}

/** Marks a condition of the answer that stands as met. `n` counts from 1. */
export function decideAnswerMet(
  session: Session,
  input: { readonly who: Handle; readonly rule: Id; readonly subsystem?: Slug; readonly n: number },
  env: Env,
): Result<readonly Entry[]> {
  const { who, rule, subsystem, n } = input;
  const answer = answers(session, rule, subsystem).find((each) => each.who === keptHandle(session, who));
  if (answer?.conditions[n - 1] === undefined) {
    return refuse(`${who} has no condition ${String(n)} there.`, {
      found: String(n),
      expected: `1 to ${String(answer?.conditions.length ?? 0)}`,
    });
  }
  return decided(session, [{ kind: 'condition-met', entry: answer.entry.id, n }], env);
}

export function decideRuling(
  session: Session,
  input: Omit<Extract<Draft, { kind: 'ruling-made' }>, 'kind' | 'prev'>,
  env: Env,
): Result<readonly Entry[]> {
  return decided(session, [{ kind: 'ruling-made', ...input }], env);
}
