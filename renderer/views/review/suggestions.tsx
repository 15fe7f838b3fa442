import type { Slug } from '../../../shared/record/ids';
import { subsystems } from '../../../shared/session/subsystems';
import { Act } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { run } from '../../commands/run';
import type { Confirmation } from '../../commands/suggestions';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import type { Suggested } from '../../store/listed-mail';
import { personIn, subsystemFor } from '../../store/suggested';
import { AddFirst } from './add-first';

const STANCES = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain'] as const;

/**
 * Where somebody may have taken a position in the thread: a person says which it is, or that it is none. Nothing of it
 * is in the record before.
 */
export function Suggestion({ suggestion }: { readonly suggestion: Suggested }) {
  return (
    <section aria-label="Suggestions from the thread">
      <p className="meta">
        Own words of the sender that may be a position. None is one before you say so; a dismissed one does not return.
      </p>
      <ol className="suggestions">
        <Item suggestion={suggestion} />
      </ol>
    </section>
  );
}

function Item({ suggestion }: { readonly suggestion: Suggested }) {
  const { message, line, cue, who, quote, target, date, subject } = suggestion;
  const person = useSession((session) => personIn(session, who));
  const all = useSession(subsystems);
  const selected = useStore((state) => state.selection.subsystem);
  const subsystem = useSession((session) => subsystemFor(session, selected));
  const name = who.name ?? who.address ?? 'nobody';
  return (
    <li className="suggestion">
      <p>
        <b>{name}</b>{' '}
        <span className="meta">{[subject, date?.slice(0, 10)].filter((bit) => bit !== undefined).join(', ')}</span>
      </p>
      {target === undefined ? null : <pre className="mono suggestion__answers">{target.lines.join('\n')}</pre>}
      <pre className="mono">{quote.join('\n')}</pre>
      <div className="suggestion__acts">
        {subsystem === undefined ? (
          <span className="meta">Add a subsystem first.</span>
        ) : person === undefined ? (
          <AddFirst who={who} />
        ) : (
          <>
            <span className="pid">{person.handle}</span>
            <select
              aria-label={`Subsystem of what ${name} said`}
              value={subsystem}
              onChange={(event) => {
                void run('select.subsystem', event.target.value as Slug);
              }}
            >
              {all.map(({ slug }) => (
                <option key={slug} value={slug}>
                  {slug}
                </option>
              ))}
            </select>
            {STANCES.map((stance, at) => (
              <Act
                key={stance}
                label={`${STANCE_LOOK[stance].words} of ${name}`}
                onPress={() =>
                  void run('suggestion.confirm', {
                    suggestion,
                    who: person.handle,
                    subsystem,
                    stance,
                  } satisfies Confirmation)
                }
                keys={String(at + 1)}
              >
                <Glyph name={STANCE_LOOK[stance].code} />
              </Act>
            ))}
          </>
        )}
        <Act
          keys="x"
          label={`Dismiss what ${name} said`}
          onPress={() => void run('suggestion.dismiss', { message, line, cue })}
        >
          dismiss
        </Act>
      </div>
    </li>
  );
}
