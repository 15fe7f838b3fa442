import { toKey, type Handle, type Slug } from '../../record/ids';
import { ok } from '../../result';
import { decideParticipant, decideSame } from '../../session/people';
import { decideSubsystem } from '../../session/subsystems';
import { decided, given, type Form } from '../form';
import { lookupHandle, lookupSubsystem, lookupWho } from '../names';
import { takeTexts } from '../parts';
import { problem, type Read } from '../problem';
import type { Word } from '../tokens';
import {
  bare,
  endOfHead,
  noText,
  nothingLeft,
  resolveSubsystem,
  resolveWho,
  take,
  takePair,
  takePeople,
  type Typed,
} from '../typed';

/** `+ @p41 -- Name <address>, affiliation` and `+ #isp of media affects netdev seats @a,@b -- Camera ISPs`. Always adds. */
export const readAdd: Form = (typed) => {
  const [word] = typed.left;
  if (word?.text.startsWith('@') === true) return addPerson(typed, word);
  if (word?.text.startsWith('#') === true) return addSubsystem(typed, word);
  const left = nothingLeft(typed);
  return left.ok ? problem('E-WHO', [], endOfHead(typed), { incomplete: true }) : left;
};

function addPerson(typed: Typed, word: Word): ReturnType<Form> {
  take(typed, [word], 'who');
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  const name = bare(word);
  if (name === '*') return problem('E-WHO-ALL', [], word);
  const found = lookupWho(typed.session, name);
  // the shape was checked by toKey
  const who = found.is === 'known' ? found.key : (toKey(name) as Handle | undefined);
  if (who === undefined) return problem('E-WHO-EMPTY', [], word);
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const fields = texts.value.main === undefined ? {} : personFields(texts.value.main);
  return decided(typed, decideParticipant(typed.session, { who, ...fields }, typed.env));
}

/** `Name <address>, affiliation`, any of them left out. */
function personFields(text: string): {
  readonly name?: string;
  readonly address?: string;
  readonly affiliation?: string;
} {
  const [, name, address, affiliation] = /^\s*("[^"]*"|[^<,]*),?\s*(?:<([^<>]*)>)?\s*,?(.*)$/s.exec(text) ?? [];
  return {
    ...given('name', filled(name?.replace(/^\s*"([^"]*)"\s*$/, '$1'))),
    ...given('address', filled(address)),
    ...given('affiliation', filled(affiliation)),
  };
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function addSubsystem(typed: Typed, word: Word): ReturnType<Form> {
  take(typed, [word], 'subsystem');
  const found = lookupSubsystem(typed.session, bare(word));
  // the shape was checked by toKey
  const slug = found.is === 'known' ? found.key : (toKey(bare(word)) as Slug | undefined);
  if (slug === undefined) return problem('E-SUB-EMPTY', [], word);
  const of = takePair(typed, 'of', 'subsystem');
  const affectsWords = takeList(typed, 'affects');
  const seatWords = takeList(typed, 'seats');
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  const partOf = of === undefined ? undefined : resolveSubsystem(typed, of.value ?? of.keyword);
  if (partOf?.ok === false) return partOf;
  const affects = each(affectsWords, (other) => resolveSubsystem(typed, other));
  if (!affects.ok) return affects;
  if (affects.value.includes(slug)) return problem('E-REFUSED', [`#${slug} can’t affect itself.`], word);
  const seats = each(seatWords, (seat) => resolveWho(typed, seat));
  if (!seats.ok) return seats;
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const fields = {
    subsystem: slug,
    ...given('partOf', partOf?.value),
    ...given('affects', affects.value),
    ...given('maintainers', seats.value),
    ...given('name', texts.value.main),
  };
  return decided(typed, decideSubsystem(typed.session, fields, typed.env));
}

/** `affects netdev,rdma` or `seats @a @b`: the words after a keyword, up to the next one. */
function takeList(typed: Typed, keyword: 'affects' | 'seats'): readonly Word[] {
  const at = typed.left.findIndex(({ text }) => text.toLowerCase() === keyword);
  const [first, ...after] = at === -1 ? [] : typed.left.slice(at);
  if (first === undefined) return [];
  const stop = after.findIndex(
    ({ text }) => /^(?:of|affects|seats)$/i.test(text) || (keyword === 'seats') !== text.startsWith('@'),
  );
  const listed = stop === -1 ? after : after.slice(0, stop);
  if (listed.length === 0) return [];
  take(typed, [first], 'keyword');
  take(typed, listed, keyword === 'seats' ? 'who' : 'subsystem');
  return listed;
}

function each<T>(words: readonly Word[], read: (word: Word) => Read<T>): Read<readonly T[]> {
  const values: T[] = [];
  for (const word of words) {
    const value = read(word);
    if (!value.ok) return value;
    if (!values.includes(value.value)) values.push(value.value);
  }
  return ok(values);
}

/** `same @a @b`: one person with several handles; the first is kept. */
export const readSame: Form = (typed) => {
  const people = takePeople(typed, lookupHandle);
  if (!people.ok) return people;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (people.value.length < 2) return problem('E-SAME', [], endOfHead(typed), { incomplete: true });
  return noText(typed) ?? decided(typed, decideSame(typed.session, people.value, typed.env));
};
