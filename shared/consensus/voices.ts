import type { Entry, PositionStance, Stance } from '../record/entry';
import type { Handle, Id, Slug } from '../record/ids';
import { metConditions } from '../session/conditions';
import { positionsFor, type Condition } from '../session/positions';
import { answers, type Answer } from '../session/rules';
import type { Session } from '../session/session';
import { answersTo } from '../session/shelves';

/** What a rule's answers may agree on. */
export type RuleAnswer = 'supports' | 'opposes';

/** What one person says on a matter: a position, or an answer to a rule, in the words that agreement is computed from. */
export interface Voice<O extends string> {
  readonly who: Handle;
  /** the option held; `lives-with` holds none, but can live with what stands in `livesWith` */
  readonly says: O | 'lives-with' | 'abstain' | 'recuse' | 'none';
  readonly livesWith: readonly O[];
  /** conditions that are not met */
  readonly conditions: readonly string[];
  /** differing heads that nobody resolved */
  readonly conflict: boolean;
  /** given before the rule's text changed in substance */
  readonly stale: boolean;
  readonly entry: Entry;
}

/** Everybody's position on a subsystem, cleared ones included. */
export function positionVoices(session: Session, slug: Slug): readonly Voice<Stance>[] {
  return positionsFor(session, slug).map(({ who, stance, livesWith, conditions, conflict, entry }) => ({
    who,
    says: stance,
    livesWith: isAnswer(stance) ? livesWith : NONE,
    conditions: conditions.length > 0 && isAnswer(stance) ? unmet(conditions) : NONE,
    conflict,
    stale: false,
    entry,
  }));
}

const NONE: readonly never[] = [];

function unmet(conditions: readonly Condition[]): readonly string[] {
  return conditions.filter(({ met }) => !met).map(({ text }) => text);
}

function isAnswer(stance: PositionStance): boolean {
  return stance !== 'recuse' && stance !== 'none';
}

const ANSWERS: Readonly<Record<Answer['answer'], Pick<Voice<RuleAnswer>, 'says' | 'livesWith'>>> = {
  supports: { says: 'supports', livesWith: [] },
  'lives-with': { says: 'lives-with', livesWith: ['supports'] },
  opposes: { says: 'opposes', livesWith: [] },
  abstains: { says: 'abstain', livesWith: [] },
};

/** Everybody's answer to a rule at large, or for one subsystem. */
export function answerVoices(session: Session, rule: Id, subsystem?: Slug): readonly Voice<RuleAnswer>[] {
  return answers(session, rule, subsystem).map(({ who, answer, conflict, stale, entry }) => {
    const met = metConditions(session, who, answersTo(rule, subsystem));
    const conditions = (entry.conditions ?? []).filter((text) => !met.has(text));
    return { who, ...ANSWERS[answer], conditions, conflict, stale, entry };
  });
}
