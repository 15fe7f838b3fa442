import type { Picture, PictureOfSubsystem } from '../../../shared/projector/picture';
import { CALL_LOOK } from '../../components/call-badge';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { Elapsed } from './clock';

/** As many objections as there is room for; the others are counted. */
const MOST = 3;

/** The chair's call, what is objected, who speaks and who is next. */
export function Foot({ picture: { speaker }, on }: { readonly picture: Picture; readonly on: PictureOfSubsystem }) {
  const { call, objections, poll } = on;
  if (call === undefined && poll === undefined && objections.length === 0 && speaker === undefined) return null;
  return (
    <footer className="beamer__foot">
      <div>
        {poll === undefined ? null : <PollLine poll={poll} />}
        {call === undefined ? null : <CallLine call={call} />}
        <ul className="beamer__objs" aria-label="Open objections">
          {objections.slice(0, MOST).map(({ who, words }, index) => (
            <li key={index}>
              <Glyph name="objection" />
              <span className="pid">{who}</span>
              <span className="cut">{words}</span>
            </li>
          ))}
          {objections.length > MOST ? <li>and {objections.length - MOST} more open objections</li> : null}
        </ul>
      </div>
      {speaker === undefined ? null : (
        <p className="beamer__now">
          <b>Speaking: {speaker.who}</b> <Elapsed since={speaker.since} seconds />
          <br />
          {speaker.next.length === 0 ? null : `then ${speaker.next.join(', ')}`}
        </p>
      )}
    </footer>
  );
}

/** What is hummed on: the question and its options, with counts once they are revealed. */
function PollLine({ poll: { question, options, counts } }: { readonly poll: NonNullable<PictureOfSubsystem['poll']> }) {
  return (
    <section className="beamer__poll" aria-label="Poll">
      <p>{question}</p>
      <ul>
        {options.map((option, at) => (
          <li key={option}>
            {counts === undefined ? null : <b>{counts[at]} </b>}
            {option}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CallLine({
  call: { call, stance, statement, to },
}: {
  readonly call: NonNullable<PictureOfSubsystem['call']>;
}) {
  const { glyph, words } = CALL_LOOK[call];
  return (
    <p className="beamer__call">
      <span className="call" data-call={call}>
        <Glyph name={glyph} />
        {words}
        {to === undefined ? '' : ` to ${to}`}
      </span>
      {stance === undefined ? null : (
        <span className="stance" data-stance={STANCE_LOOK[stance].code}>
          <Glyph name={STANCE_LOOK[stance].code} />
          {STANCE_LOOK[stance].words}
        </span>
      )}
      {statement === undefined ? null : <span className="cut">{statement}</span>}
    </p>
  );
}
