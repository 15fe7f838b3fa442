import { ok } from '../../result';
import { decideNote } from '../../session/notes';
import { turnTo } from '../../session/subsystems';
import { decided, given, type Form } from '../form';
import { takeTexts } from '../parts';
import { problem } from '../problem';
import {
  endOfHead,
  isName,
  nothingLeft,
  openSlug,
  resolveSubsystem,
  take,
  takePeople,
  takePerson,
  takeSubsystem,
  timeOfLine,
  type Typed,
} from '../typed';
import { readPosition, saysPosition } from './position';

/** A line without a command word: a position, the room turning to a subsystem, or a note about somebody. */
export const readPlain: Form = (typed) => {
  if (saysPosition(typed)) return readPosition(typed);
  if (typed.parts !== undefined) return readNote(typed);
  const [word, second] = typed.left;
  if (word?.text.startsWith('#') === true && second === undefined) return readTurn(typed);
  const who = takePeople(typed);
  if (!who.ok) return who;
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed, 'stances');
  if (!left.ok) return left;
  const [first] = who.value;
  return first === undefined
    ? problem('E-WHO', [], endOfHead(typed))
    : problem('E-STANCE-NONE', [first], endOfHead(typed));
};

/** `#uvc`: the room turns to it. Nothing is recorded where it is there already. */
const readTurn: Form = (typed) => {
  const [word] = typed.left;
  if (word === undefined) return problem('E-SUB-NONE', [], endOfHead(typed));
  take(typed, [word], 'subsystem');
  const slug = resolveSubsystem(typed, word);
  if (!slug.ok) return slug;
  // not decideTurnTo, which knows no subsystem that comes in the same act
  return ok(turnTo(typed.session, slug.value, timeOfLine(typed)));
};

/** `@p3 #fwctl -- text` and `note -- text`. */
export const readNote: Form = (typed) => note(typed, false);

/** `priv -- text`: its words leave this machine only in a backup. */
export const readPrivate: Form = (typed) => note(typed, true);

function note(typed: Parameters<Form>[0], isPrivate: boolean): ReturnType<Form> {
  const who = takePerson(typed);
  if (!who.ok) return who;
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed, 'stances');
  if (!left.ok) return left;
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const { main: text } = texts.value;
  if (text === undefined) return problem('E-NOTE-TEXT', [], endOfHead(typed), { incomplete: true });
  const about = {
    ...given('who', who.value),
    ...given('subsystem', subsystem.value),
    ...(isPrivate ? { private: true } : {}),
  };
  return decided(typed, decideNote(typed.session, { text, ...about }, typed.env));
}

/** A line that is a note word for word. */
export const readWords: Form = (typed) =>
  decided(
    typed,
    decideNote(
      typed.session,
      {
        text: typed.line.trim(),
        ...given('subsystem', openSlug(typed)),
        // what was meant to be private and did not complete must not become public
        ...(meansPrivate(typed) ? { private: true } : {}),
      },
      typed.env,
    ),
  );

/** `priv` is no word of a remark; `private` is one ("private concerns were raised"), but not where a colon or a dash follows. */
function meansPrivate({ words }: Typed): boolean {
  const said = words.filter((word) => !isName(word)).map(({ text }) => text);
  return said.some((word) => /\bpriv\b/i.test(word)) || /^private(?::|\s+[-–—]+(?:\s|$))/i.test(said.join(' '));
}
