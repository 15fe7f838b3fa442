import { useState } from 'react';
import { livingWith } from '../../../shared/consensus/living';
import { STANCES, type Stance } from '../../../shared/record/entry';
import type { Slug } from '../../../shared/record/ids';
import type { Position } from '../../../shared/session/positions';
import { run } from '../../commands/run';
import { Act } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Kbd } from '../../components/kbd';
import { Stance as StanceWords, STANCE_LOOK } from '../../components/stance';
import { objectors } from '../../store/objections-here';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { Conditions } from '../conditions';
import { close } from './close';

/**
 * Who can't live with a stance, as a chair asks it: not who prefers it. Nothing is chosen beforehand, nothing is counted
 * up, and each who can't stands there with the reason.
 */
export function LivingDialog({ slug }: { readonly slug: Slug }) {
  const [stance, setStance] = useState<Stance>();
  return (
    <Dialog
      name="Who can’t live with"
      title={`Who can’t live with ... on #${slug}`}
      onClose={close}
      onKeyDown={({ key, ctrlKey, altKey, metaKey }) => {
        const chosen = STANCES.find((each) => STANCE_LOOK[each].code === key);
        if (chosen !== undefined && !ctrlKey && !altKey && !metaKey) setStance(chosen);
      }}
    >
      <div className="dialog__body">
        <fieldset className="pick pick--stance">
          <legend className="vh">The stance that is asked about</legend>
          {STANCES.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="living"
                checked={each === stance}
                onChange={() => {
                  setStance(each);
                }}
              />
              <StanceWords stance={each} as="short" />
              <Kbd keys={STANCE_LOOK[each].code} />
            </label>
          ))}
        </fieldset>
        {stance === undefined ? (
          <p className="advice">
            Choose a stance. Who holds it, and who said to be able to live with it, is not listed.
          </p>
        ) : (
          <Answers slug={slug} stance={stance} />
        )}
      </div>
      <div className="dialog__foot">
        <button type="button" className="btn" onClick={close}>
          Done
        </button>
      </div>
    </Dialog>
  );
}

function Answers({ slug, stance }: { readonly slug: Slug; readonly stance: Stance }) {
  const { cannot, can, unheard } = useSession((session) => livingWith(session, slug, stance));
  return (
    <>
      <h3 className="label">{cannot.length === 0 ? 'Nobody said so' : 'Can’t live with it'}</h3>
      <ul className="said" aria-label="Can’t live with it">
        {cannot.map((position) => (
          <Against key={position.who} position={position} stance={stance} />
        ))}
      </ul>
      {can.length === 0 ? null : <p className="meta">Can live with it: {can.map(({ who }) => who).join(', ')}</p>}
      {unheard.length === 0 ? null : <p className="meta">Not heard, and asked here: {unheard.join(', ')}</p>}
    </>
  );
}

function Against({ position, stance }: { readonly position: Position; readonly stance: Stance }) {
  const { who, subsystem, rationale, conditions } = position;
  const objects = useSession((session) => objectors(session, subsystem).has(who));
  const disabled = useStore((state) => state.open?.readOnly === true);
  return (
    <li>
      <p className="row-of">
        <span className="pid">{who}</span>
        <StanceWords stance={position.stance} as="short" />
        {objects ? <span className="objs">objects</span> : null}
        <Act
          label={`${who} can live with it`}
          disabled={disabled}
          onPress={() => void run('record.lives-with', { who, subsystem, stance })}
        >
          can live with it
        </Act>
        {objects ? null : (
          <Act
            label={`${who} objects`}
            disabled={disabled}
            onPress={() => void run('record.object', { who, subsystem })}
          >
            objects
          </Act>
        )}
      </p>
      <p className="said__more">{rationale ?? 'no rationale yet'}</p>
      <Conditions conditions={conditions} />
    </li>
  );
}
