import type { PositionStance } from '../../../shared/record/entry';
import type { Handle, Slug } from '../../../shared/record/ids';
import { personOf } from '../../../shared/session/people';
import { positionOf, type Position } from '../../../shared/session/positions';
import { Act } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { Stance, STANCE_LOOK } from '../../components/stance';
import { run } from '../../commands/run';
import { useAfterPaint } from '../use-after-paint';
import { STANCE_COMMANDS, useKeys } from '../use-keys';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { calledOf } from '../../store/everybody';
import { besideWords } from '../beside-words';
import { Conditions } from '../conditions';
import { CallHere } from './call-here';
import { History } from './history';
import { ObjectionsOf } from './objections-of';

/** All that is known of the cell under the cursor, and the buttons that set it. */
export function Inspector() {
  const selection = useStore((state) => state.selection);
  // the cursor first: it is where it went before everything is known of the cell
  const { who, subsystem: slug } = useAfterPaint(selection) ?? selection;
  return (
    <aside className="insp" aria-label="Position">
      {who === undefined || slug === undefined ? (
        <p className="insp__head meta">Pick a cell: its rationale, objections and history stand here.</p>
      ) : (
        <>
          <Head who={who} slug={slug} />
          <ObjectionsOf who={who} slug={slug} />
          <History who={who} slug={slug} />
          <CallHere on={{ subsystem: slug }} title={`Column #${slug}`} />
        </>
      )}
    </aside>
  );
}

const SETTABLE = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain', 'none'] as const;

function Head({ who, slug }: { readonly who: Handle; readonly slug: Slug }) {
  const key = useKeys();
  const person = useSession((session) => personOf(session, who));
  const position = useSession((session) => positionOf(session, who, slug));
  const readOnly = useStore((state) => state.open?.readOnly === true);
  const stance = position?.stance ?? 'none';
  return (
    <div className="insp__head">
      <h2 className="label">
        {who} on #{slug}
      </h2>
      <p className="insp__who">{calledOf(person) === '' ? who : calledOf(person)}</p>
      <Stance stance={stance} />
      <Words position={position} />
      <div className="insp__set" role="group" aria-label="Set the stance">
        {SETTABLE.map((each) => (
          <StanceButton
            key={each}
            stance={each}
            pressed={each === stance}
            disabled={readOnly}
            onPress={() => void run('record.stance', { who, subsystem: slug, stance: each })}
          />
        ))}
      </div>
      <div className="row-of">
        <Act
          keys={key('record.rationale')}
          disabled={readOnly}
          onPress={() => void run('record.rationale', { who, subsystem: slug })}
        >
          rationale
        </Act>
        <Act
          keys={key('record.object')}
          disabled={readOnly}
          onPress={() => void run('record.object', { who, subsystem: slug })}
        >
          object
        </Act>
      </div>
    </div>
  );
}

function Words({ position }: { readonly position: Position | undefined }) {
  if (position === undefined || position.stance === 'none') return null;
  const { who, subsystem, rationale, conditions } = position;
  const beside = besideWords(position);
  return (
    <>
      <p>{rationale ?? <span className="meta">no rationale yet</span>}</p>
      <Conditions conditions={conditions} onMet={(n) => void run('record.meet-condition', { who, subsystem, n })} />
      {beside === '' ? null : <p className="meta">{beside}</p>}
    </>
  );
}

interface StanceButtonProps {
  readonly stance: PositionStance;
  readonly pressed: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function StanceButton({ stance, pressed, disabled, onPress }: StanceButtonProps) {
  const look = STANCE_LOOK[stance];
  const key = useKeys();
  return (
    <button
      type="button"
      data-stance={look.code}
      aria-pressed={pressed}
      title={look.words}
      disabled={disabled}
      onClick={onPress}
    >
      <Glyph name={look.code} />
      {stance === 'recuse' ? null : key(STANCE_COMMANDS[stance])}
      <span className="vh"> {look.words}</span>
    </button>
  );
}
