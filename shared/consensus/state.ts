import type { Handle, Instant } from '../record/ids';
import { blocks, type Objection } from '../session/objections';
import type { Body } from './body';
import { isBelowQuorum } from './quorum';
import type { Voice } from './voices';

/** Where agreement stands, from what blocks most to what blocks least (DESIGN.md, Assessment). Computed, never stored. */
export type AssessmentState =
  'contested' | 'no-input' | 'below-quorum' | 'conditional' | 'unanimous' | 'consensus' | 'rough' | 'split';

/** All that agreement on a matter is computed from. */
export interface Matter<O extends string> {
  readonly options: readonly O[];
  readonly body: Body;
  /** everybody's, in the body or not */
  readonly voices: readonly Voice<O>[];
  readonly objections: readonly Objection[];
  /** how many seats may be outstanding */
  readonly outstanding: number;
  readonly asOf: Instant;
}

/** The state with what it was found from, for the reasons. */
export interface Finding<O extends string> {
  readonly state: AssessmentState;
  /** what carries: only in the states conditional, unanimous, consensus and rough */
  readonly named: readonly O[];
  readonly blocking: readonly Objection[];
  /** answered, not accommodated */
  readonly addressed: readonly Objection[];
  /** members who answered; abstaining is an answer */
  readonly answered: readonly Voice<O>[];
  /** members who answered without abstaining */
  readonly voting: readonly Voice<O>[];
  /** members who did not answer */
  readonly silent: readonly Handle[];
  /** anybody with a condition that is not met */
  readonly conditional: readonly Voice<O>[];
  /** options that carry, before it is asked which of them is held by most */
  readonly carrying: readonly O[];
}

/** Whether a person holds an option or can live with it. */
export function carries<O extends string>(voice: Voice<O>, option: O): boolean {
  return voice.says === option || voice.livesWith.includes(option);
}

/** True for a stance, and for living with one: an answer that is not an abstention. */
export function isHeld(voice: Voice<string>): boolean {
  return voice.says !== 'abstain' && voice.says !== 'recuse' && voice.says !== 'none';
}

/** The first state that fits. Pure: no record, no clock. */
export function find<O extends string>(matter: Matter<O>): Finding<O> {
  const { body, voices, objections, asOf } = matter;
  const members = new Set(body.members);
  const answered = voices.filter((voice) => members.has(voice.who) && (isHeld(voice) || voice.says === 'abstain'));
  const voting = answered.filter(isHeld);
  const heard = new Set(answered.map(({ who }) => who));
  const addressed = objections.filter(
    (objection) => objection.disposition === 'addressed' && !objection.disputedByAuthor,
  );
  const found = {
    blocking: objections.filter((objection) => blocks(objection, asOf)),
    addressed,
    answered,
    voting,
    silent: body.members.filter((who) => !heard.has(who)),
    conditional: voices.filter(({ conditions }) => conditions.length > 0),
    carrying: matter.options.filter((option) => carriesIn(voting, option, addressed)),
  };
  const state = stateOf(matter, found);
  const isNaming = state === 'conditional' || state === 'unanimous' || state === 'consensus' || state === 'rough';
  return { ...found, state, named: isNaming ? heldByMost(found.carrying, voting) : [] };
}

/** An option carries for all who answered but those whose own objection was addressed, as long as another remains. */
function carriesIn<O extends string>(voting: readonly Voice<O>[], option: O, addressed: readonly Objection[]): boolean {
  const others = voting.filter(({ who }) => !addressed.some((objection) => objection.who === who));
  const asked = others.length === 0 ? voting : others;
  return asked.length > 0 && asked.every((voice) => carries(voice, option));
}

function stateOf<O extends string>(matter: Matter<O>, found: Omit<Finding<O>, 'state' | 'named'>): AssessmentState {
  const { body, voices, outstanding } = matter;
  const { blocking, answered, voting, conditional, carrying, addressed } = found;
  if (blocking.length > 0) return 'contested';
  if (voting.length === 0) return 'no-input';
  if (isBelowQuorum(body.basis, answered.length, body.members.length, outstanding)) return 'below-quorum';
  const isCounted = (voice: Voice<O>): boolean => body.members.includes(voice.who);
  if (carrying.length === 0 || voices.some((voice) => voice.conflict && isCounted(voice))) return 'split';
  if (conditional.length > 0) return 'conditional';
  if (addressed.length > 0) return 'rough';
  return isUnanimous(voices) ? 'unanimous' : 'consensus';
}

/** All who hold a stance, in the body and outside, hold the same; nobody's position is in conflict. */
function isUnanimous<O extends string>(voices: readonly Voice<O>[]): boolean {
  const held = new Set(voices.filter(isHeld).map(({ says }) => says));
  return held.size === 1 && !held.has('lives-with') && !voices.some(({ conflict }) => conflict);
}

/** Of several options that carry, the one that most members hold; at a tie all of them. */
function heldByMost<O extends string>(carrying: readonly O[], voting: readonly Voice<O>[]): readonly O[] {
  const held = carrying.map((option) => voting.filter(({ says }) => says === option).length);
  const most = Math.max(...held);
  return carrying.filter((_, i) => held[i] === most);
}
