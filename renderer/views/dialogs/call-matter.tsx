import { objectionsAbout } from '../../../shared/consensus/about';
import type { On } from '../../../shared/record/entry';
import { isOpen } from '../../../shared/session/objections';
import { questions } from '../../../shared/session/questions';
import { ruleOf } from '../../../shared/session/rules';
import { Glyph } from '../../components/glyph';
import { objectionsHere } from '../../store/objections-here';
import { useSession } from '../../store/use-session';

/** The words that a call is on, where they are not on the screen behind it: a rule's text, a question's. */
export function CallMatter({ on }: { readonly on: On }) {
  const text = useSession((session) => {
    if ('rule' in on) return ruleOf(session, on.rule)?.text;
    return 'question' in on ? questions(session).find(({ id }) => id === on.question)?.text : undefined;
  });
  return text === undefined ? null : <p className="quoted">{text}</p>;
}

/** The objections that stay beside the call. */
export function OpenObjections({ on }: { readonly on: On }) {
  const open = useSession((session) =>
    'subsystem' in on && !('rule' in on) ? objectionsHere(session, on.subsystem) : objectionsAbout(session, on),
  )
    .filter(isOpen)
    .map(({ label }) => label);
  if (open.length === 0) return null;
  const which =
    open.length === 1
      ? `Objection ${open[0] ?? ''} is`
      : `Objections ${open.slice(0, -1).join(', ')} and ${open.at(-1) ?? ''} are`;
  return (
    <p className="warn">
      <Glyph name="objection" />
      {`${which} open. ${open.length === 1 ? 'It stays' : 'They stay'} listed in the summary next to this call.`}
    </p>
  );
}
