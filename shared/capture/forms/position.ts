import { STANCES, type DraftOf, type Stance } from '../../record/entry';
import { ownFields } from '../../record/fields';
import type { Handle, Slug } from '../../record/ids';
import { ok } from '../../result';
import { positionOf } from '../../session/positions';
import { given, type Form } from '../form';
import { takeTexts, type Texts } from '../parts';
import { problem, type Read } from '../problem';
import { isStance, stanceOf } from '../stances';
import type { Word } from '../tokens';
import {
  endOfHead,
  nothingLeft,
  resolveWho,
  take,
  takePair,
  takePeople,
  takePhrase,
  takeSubsystem,
  type Typed,
} from '../typed';

type PositionDraft = DraftOf<'position-taken'>;
/** What a line says of a position, whoever holds it. */
interface Said {
  readonly stance?: PositionDraft['stance'];
  readonly livesWith: readonly Stance[];
  readonly via?: Handle;
  readonly group?: string;
  /** `+if`: the position as it stands, one condition more */
  readonly more?: string;
  readonly texts: Texts;
}

/** `@p7 #isp usr ~pass for suse via @jason +if ... -- works today // if ...`: what somebody holds for a subsystem. */
export const readPosition: Form = (typed) => {
  const more = takeMore(typed);
  const via = takeVia(typed);
  if (!via.ok) return via;
  const group = takeGroup(typed);
  const who = takePeople(typed);
  if (!who.ok) return who;
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const livesWith = takeLivesWith(typed);
  const stance = takeStance(typed, who.value[0] ?? 'this person');
  if (!stance.ok) return stance;
  const left = nothingLeft(typed, 'stances');
  if (!left.ok) return left;
  const texts = takeTexts(typed, { conditions: true });
  if (!texts.ok) return texts;
  if (who.value.length === 0) return problem('E-WHO', [], endOfHead(typed), { incomplete: true });
  const slug = subsystem.value;
  if (slug === undefined) return problem('E-SUB-NONE', [], endOfHead(typed));
  const said: Said = {
    livesWith,
    texts: texts.value,
    ...given('stance', stance.value),
    ...given('via', via.value),
    ...given('group', group),
    ...given('more', more),
  };
  const drafts: PositionDraft[] = [];
  for (const each of who.value) {
    const draft = more === undefined ? restated(each, slug, said) : revised(typed, each, slug, said);
    if (draft === undefined) return problem('E-STANCE-NONE', [each], endOfHead(typed));
    drafts.push(draft);
  }
  return ok(drafts);
};

/** True for a head that says something of a position: a stance, `~` or `+if`. */
export function saysPosition(typed: Typed): boolean {
  return typed.left.some(
    ({ text }) => stanceOf(text) !== undefined || /^~./.test(text) || text.toLowerCase() === '+if',
  );
}

/** A position restates everything: what is not said is cleared. */
function restated(
  who: Handle,
  subsystem: Slug,
  { stance, livesWith, via, group, texts }: Said,
): PositionDraft | undefined {
  if (stance === undefined) return undefined;
  return {
    kind: 'position-taken',
    who,
    subsystem,
    stance,
    ...given(
      'livesWith',
      livesWith.filter((other) => other !== stance),
    ),
    ...given('rationale', texts.main),
    ...given('conditions', texts.conditions),
    ...given('via', via),
    ...given('for', group),
  };
}

/** The position as it stands, with what is said changed and the conditions added. */
function revised({ session }: Typed, who: Handle, subsystem: Slug, said: Said): PositionDraft | undefined {
  const current = positionOf(session, who, subsystem)?.entry;
  const stance = said.stance ?? (current?.stance === 'none' ? undefined : current?.stance);
  if (stance === undefined) return undefined;
  const added = [...(current?.conditions ?? []), said.more ?? '', ...said.texts.conditions];
  const livesWith = STANCES.filter(
    (other) => other !== stance && [...(current?.livesWith ?? []), ...said.livesWith].includes(other),
  );
  const { livesWith: _livesWith, ...kept } = current === undefined ? {} : ownFields(current);
  return {
    ...kept,
    kind: 'position-taken',
    who,
    subsystem,
    stance,
    ...given('livesWith', livesWith),
    ...given('rationale', said.texts.main ?? current?.rationale),
    conditions: [...new Set(added)],
    ...given('via', said.via ?? current?.via),
    ...given('for', said.group ?? current?.for),
  };
}

/** `+if the docs are public`: everything after it in the head, as it was typed. */
function takeMore(typed: Typed): string | undefined {
  const at = typed.left.findIndex(({ text }) => text.toLowerCase() === '+if');
  const [sign, ...rest] = at === -1 ? [] : typed.left.slice(at);
  const first = rest[0];
  if (sign === undefined || first === undefined) return undefined;
  take(typed, [sign], 'condition');
  take(typed, rest, 'text');
  return typed.line.slice(first.from, rest.at(-1)?.to);
}

function takeVia(typed: Typed): Read<Handle | undefined> {
  const pair = takePair(typed, 'via', 'who');
  if (pair === undefined) return ok(undefined);
  return pair.value?.text.startsWith('@') === true
    ? resolveWho(typed, pair.value)
    : problem('E-WHO', [], pair.keyword, { incomplete: true });
}

/** The group that is spoken for. Once a stance stands before it, words that are stances elsewhere are part of its name. */
function takeGroup(typed: Typed): string | undefined {
  const at = typed.left.findIndex(({ text }) => text.toLowerCase() === 'for');
  const hasStance = typed.left.slice(0, at).some(({ text }) => stanceOf(text) !== undefined);
  return takePhrase(typed, 'for', (text) => !text.startsWith('~') && (hasStance || stanceOf(text) === undefined));
}

function takeLivesWith(typed: Typed): readonly Stance[] {
  const held = (word: Word): Stance | undefined => {
    const stance = word.text.startsWith('~') ? stanceOf(word.text.slice(1)) : undefined;
    return stance !== undefined && isStance(stance) ? stance : undefined;
  };
  const words = typed.left.filter((word) => held(word) !== undefined);
  take(typed, words, 'stance');
  const named = words.map(held);
  return STANCES.filter((stance) => named.includes(stance));
}

/** The one stance of a head; undefined where there is none. A second one may be what `who` can live with. */
export function takeStance(typed: Typed, who?: string): Read<PositionDraft['stance'] | undefined> {
  const words = typed.left.filter(({ text }) => stanceOf(text) !== undefined);
  take(typed, words, 'stance');
  const first = words[0];
  if (first === undefined) return ok(undefined);
  const stance = stanceOf(first.text);
  const second = words.find(({ text }) => stanceOf(text) !== stance);
  const other = second === undefined ? undefined : stanceOf(second.text);
  if (second === undefined || other === undefined) return ok(stance);
  const holder = isStance(other) ? who : undefined;
  const fix = holder === undefined ? {} : { fix: { span: second, text: `~${second.text}` } };
  return problem('E-STANCE-TWO', [first.text, second.text, holder], second, fix);
}
