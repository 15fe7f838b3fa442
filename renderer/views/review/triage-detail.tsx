import { explainEntry } from '../../../shared/capture/explain';
import { lineOf } from '../../../shared/record/canon';
import type { AnyEntry } from '../../../shared/record/entry';
import { timeOf } from '../../../shared/record/order';
import { evidenceOf } from '../../../shared/session/pins';
import { run } from '../../commands/run';
import { Act } from '../../components/button';
import { Kbd } from '../../components/kbd';
import { useStore } from '../../store/store';
import { entryOf, wordingOf, type TriageItem } from '../../store/triage';
import { choicesOf } from '../../store/triage-acts';
import { MailLink } from '../mail-link';
import { Pieces } from '../pieces';
import { fullTime } from '../times';
import { useClock } from '../use-clock';
import { Answer } from './answers';
import { SamePerson } from './same-people';
import { Suggestion } from './suggestions';
import { Wording } from './wording';

/** The thing that triage is at: the lines behind it, its words as they read now, and what can be done. */
export function TriageDetail({ item, editing }: { readonly item: TriageItem; readonly editing: boolean }) {
  const wording = wordingOf(item);
  return (
    <section className="triage" aria-label="What is checked">
      <Source item={item} />
      {wording === undefined ? null : <Wording item={item} wording={wording} editing={editing} />}
      <Choices item={item} />
      {item.what === 'suggestion' ? <Suggestion suggestion={item.suggestion} /> : null}
      {item.what === 'mail-answer' ? <Answer mail={item.mail} /> : null}
      {item.what === 'same' ? <SamePerson proposal={item.proposal} /> : null}
      <p className="triage__acts">
        <Act keys="y" onPress={() => void run('review.ok')}>
          ok
        </Act>
        {wording === undefined && item.what !== 'wrong-person' ? null : (
          <Act keys="e" onPress={() => void run('review.edit')}>
            {item.what === 'wrong-person' ? 'settle' : 'edit'}
          </Act>
        )}
        <Act keys="s" onPress={() => void run('review.skip')}>
          skip
        </Act>
        <Act keys="Enter" onPress={() => void run('review.show')}>
          show
        </Act>
      </p>
    </section>
  );
}

/** The line of the record that it is about, as it stands there, with who recorded it when and the mail it rests on. */
function Source({ item }: { readonly item: TriageItem }) {
  const entry = entryOf(item);
  const session = useStore((state) => state.open?.session);
  const clock = useClock();
  if (entry === undefined || session === undefined) return null;
  return (
    <dl className="facts">
      <dt>Source line</dt>
      <dd>
        <pre className="triage__line mono">{lineOf(entry)}</pre>
      </dd>
      <dt>Recorded</dt>
      <dd>
        <Pieces pieces={explainEntry(session, entry)} />
        <span className="meta">
          {' '}
          {fullTime(timeOf(entry), clock)}, by {entry.by}
        </span>
        <MailLink evidence={evidenceOf(session, entry)} before=", rests on a " />
      </dd>
    </dl>
  );
}

/** What two scribes left, or what came under one id: a digit chooses. */
function Choices({ item }: { readonly item: TriageItem }) {
  const session = useStore((state) => state.open?.session);
  const choices = session === undefined ? [] : choicesOf(session, item);
  if (session === undefined || choices.length === 0) return null;
  return (
    <ol className="triage__choices" aria-label="Which one stands">
      {choices.map(({ entry }, at) => (
        <ChoiceRow key={lineOf(entry)} entry={entry} at={at} />
      ))}
    </ol>
  );
}

/** What chooses the first, the second ...; more than four are chosen by name elsewhere. */
const CHOOSE = ['review.choose-1', 'review.choose-2', 'review.choose-3', 'review.choose-4'] as const;

function ChoiceRow({ entry, at }: { readonly entry: AnyEntry; readonly at: number }) {
  const session = useStore((state) => state.open?.session);
  const clock = useClock();
  const command = CHOOSE[at];
  if (session === undefined) return null;
  return (
    <li>
      <button
        type="button"
        className="triage__choice"
        disabled={command === undefined}
        onClick={() => {
          if (command !== undefined) void run(command);
        }}
      >
        {command === undefined ? <span /> : <Kbd keys={String(at + 1)} />}
        <span>
          <Pieces pieces={explainEntry(session, entry)} />
          {'rationale' in entry && typeof entry.rationale === 'string' ? ` “${entry.rationale}”` : null}
        </span>
        <span className="meta">
          {fullTime(timeOf(entry), clock)}, by {entry.by}
        </span>
      </button>
    </li>
  );
}
