import { thingLabel } from '../../../shared/capture/label';
import { run } from '../../commands/run';
import { Act } from '../../components/button';
import { Glyph, type GlyphName } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { useSession } from '../../store/use-session';
import { conflictWords } from './conflict-words';
import { Answers } from './answers';
import { SamePeople } from './same-people';
import { Suggestions } from './suggestions';
import { toCheck, type ToCheck } from './to-check';
import './review.css';

/** What needs a person before the summary goes out. */
export function Review() {
  const items = useSession(toCheck);
  const size = useSession((session) => session.entries.size);
  return (
    <div className="view review" tabIndex={0}>
      <h1>To check {items.length === 0 ? null : <span className="meta">{items.length}</span>}</h1>
      {items.length === 0 ? (
        <p className="meta">
          {size === 1 ? 'Nothing in 1 entry' : `Nothing in ${String(size)} entries`} waits for a person.{' '}
          <kbd className="kbd">g</kbd> <kbd className="kbd">s</kbd> opens the summary.
        </p>
      ) : (
        <ul className="review__list" aria-label="To check">
          {items.map((item) => (
            <CheckItem key={keyOf(item)} item={item} />
          ))}
        </ul>
      )}
      <SamePeople />
      <Answers />
      <Suggestions />
    </div>
  );
}

function CheckItem({ item }: { readonly item: ToCheck }) {
  const { place, words, glyph } = useWords(item);
  const way = wayOf(item);
  return (
    <li>
      <Glyph name={glyph} />
      <span className="review__place mono">{place}</span>
      <span>{words}</span>
      {way === undefined ? null : <Act onPress={way.go}>{way.title}</Act>}
    </li>
  );
}

interface Words {
  readonly place: string;
  readonly words: string;
  readonly glyph: GlyphName;
}

function useWords(item: ToCheck): Words {
  const place = useSession((session) => {
    if ('call' in item) return thingLabel(session, item.call.on);
    return 'objection' in item ? thingLabel(session, item.objection.on) : '';
  });
  const differing = useSession((session) => (item.what === 'conflict' ? conflictWords(session, item.conflict) : ''));
  switch (item.what) {
    case 'clash':
      return {
        place: '',
        glyph: 'objection',
        words: `One entry came with different content and counts nowhere until one is picked: ${item.id}`,
      };
    case 'conflict':
      return { place, glyph: 'no-consensus', words: differing };
    case 'wrong-person':
      return {
        place,
        glyph: 'objection',
        words: `Objection ${item.objection.label} was settled by somebody who may not; it stays open.`,
      };
    case 'reason':
      return {
        place,
        glyph: 'objection',
        words: `Objection ${item.objection.label} of ${item.objection.who} has no reason: it does not block.`,
      };
    case 'remedy':
      return {
        place,
        glyph: 'objection',
        words: `Objection ${item.objection.label} of ${item.objection.who} does not say what would remove it.`,
      };
    case 'answer':
      return {
        place,
        glyph: 'objection',
        words: `Objection ${item.objection.label} of ${item.objection.who} was answered, and the answer is not written down.`,
      };
    case 'departure':
      return {
        place,
        glyph: item.call.entry.call,
        words: 'The call departs from the assessment that it was made on, and gives no reason.',
      };
    case 'statement':
      return { place, glyph: item.call.entry.call, words: 'The call has no statement.' };
    case 'rationale':
      return {
        place: `#${item.subsystem}`,
        glyph: STANCE_LOOK[item.stance].code,
        words: `${item.who}: ${STANCE_LOOK[item.stance].words}, no rationale.`,
      };
  }
}

/** What to press to finish it. */
function wayOf(item: ToCheck): { readonly title: string; readonly go: () => void } | undefined {
  switch (item.what) {
    case 'rationale':
      return {
        title: 'rationale',
        go: () => void run('record.rationale', { who: item.who, subsystem: item.subsystem }),
      };
    case 'wrong-person':
    case 'answer':
      return { title: 'settle', go: () => void run('record.settle', { objection: item.objection.id }) };
    case 'departure':
    case 'statement': {
      const { on } = item.call;
      return 'subsystem' in on && !('rule' in on)
        ? { title: 'call', go: () => void run('record.call', { subsystem: on.subsystem }) }
        : undefined;
    }
    default:
      return undefined;
  }
}

function keyOf(item: ToCheck): string {
  if ('objection' in item) return `${item.what} ${item.objection.id}`;
  if ('call' in item) return `${item.what} ${item.call.entry.id}`;
  if (item.what === 'clash') return item.id;
  return item.what === 'conflict'
    ? `conflict ${item.conflict.heads.map(({ id }) => id).join(' ')}`
    : `${item.who} ${item.subsystem}`;
}
