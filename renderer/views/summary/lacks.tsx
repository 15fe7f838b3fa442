import type { On } from '../../../shared/record/entry';
import { calls } from '../../../shared/session/calls';
import { emlText } from '../../../shared/summary/eml';
import { Glyph } from '../../components/glyph';
import type { SummaryMail } from '../../store/summary-mail';
import { useSession } from '../../store/use-session';

/** What the mail lacks before it can go out: an address that can't be trusted, calls without words. */
export function Lacks({ mail: { summary, envelope } }: { readonly mail: SummaryMail }) {
  const all = useSession(calls);
  const eml = emlText(summary, envelope);
  const bare = all
    .filter(({ entry, reopened }) => reopened === undefined && entry.statement === undefined)
    .map(({ on }) => wordsOf(on));
  const lacks = [
    ...(eml.ok ? [] : [eml.error.message]),
    ...(bare.length === 0
      ? []
      : [`${bare.length === 1 ? '1 call has' : `${String(bare.length)} calls have`} no wording: ${bare.join(' ')}`]),
  ];
  return (
    <ul className="summary__lacks" aria-label="What it lacks">
      {lacks.map((lack) => (
        <li key={lack}>
          <Glyph name="no-call" />
          {lack}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(on: On): string {
  if ('rule' in on) return 'a rule';
  return 'subsystem' in on ? `#${on.subsystem}` : 'a question';
}
