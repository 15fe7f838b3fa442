import { useEffect, useMemo, useState } from 'react';
import type { Slug } from '../../../shared/record/ids';
import { people } from '../../../shared/session/people';
import type { Session } from '../../../shared/session/session';
import { isDismissed, isTaken } from '../../../shared/session/suggestions';
import { subsystems } from '../../../shared/session/subsystems';
import { Act } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { run } from '../../commands/run';
import type { Confirmation } from '../../commands/suggestions';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import type { Suggested } from '../../store/listed-mail';
import { AddFirst, authorIn } from './author-in';

const STANCES = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain'] as const;

/**
 * Where somebody may have taken a position in the thread: one after the other a person says which it is, or that it is
 * none. Nothing of it is in the record before.
 */
export function Suggestions() {
  const all = useStore((state) => state.suggestions?.found);
  // a thread that came in since is looked through too
  const mails = useStore((state) => state.mails);
  useEffect(() => {
    void run('suggestion.load');
  }, [mails]);
  const open = useStore((state) => state.open);
  const left = useMemo(
    () => (open === undefined ? [] : (all ?? []).filter((each) => waits(open.session, each))),
    [all, open],
  );
  if (left.length === 0) return null;
  return (
    <section aria-label="Suggestions from the thread">
      <h2>
        From the thread <span className="meta">{left.length}</span>
      </h2>
      <p className="meta">
        Own words of the sender that may be a position. None is one before you say so; a dismissed one does not return.
      </p>
      <ol className="suggestions">
        {left.map((suggestion) => (
          <Item key={`${suggestion.message} ${String(suggestion.line)}`} suggestion={suggestion} />
        ))}
      </ol>
    </section>
  );
}

function waits(session: Session, suggestion: Suggested): boolean {
  return !isDismissed(session, suggestion) && !isTaken(session, suggestion.message, suggestion.quote);
}

function Item({ suggestion }: { readonly suggestion: Suggested }) {
  const { message, line, cue, who, quote, target, date, subject } = suggestion;
  const person = useSession((session) => authorIn(people(session), who));
  const all = useSession(subsystems);
  const selected = useStore((state) => state.selection.subsystem);
  const [chosen, choose] = useState<Slug>();
  const subsystem = chosen ?? selected ?? all[0]?.slug;
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
                choose(event.target.value as Slug);
              }}
            >
              {all.map(({ slug }) => (
                <option key={slug} value={slug}>
                  {slug}
                </option>
              ))}
            </select>
            {STANCES.map((stance) => (
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
              >
                <Glyph name={STANCE_LOOK[stance].code} />
              </Act>
            ))}
          </>
        )}
        <Act label={`Dismiss what ${name} said`} onPress={() => void run('suggestion.dismiss', { message, line, cue })}>
          dismiss
        </Act>
      </div>
    </li>
  );
}
