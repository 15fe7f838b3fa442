import type { CSSProperties } from 'react';
import type { Picture, Projection } from '../../../shared/projector/picture';
import { Foot } from './foot';
import { Columns } from './columns';
import { TallyBar } from '../../components/tally-bar';
import { Clock, Elapsed } from './clock';
import { PlaceHint } from './place-hint';
import './projector.css';

/** What the room sees: no controls, no pointer, nothing that is not in the picture. */
export function Projector({ projection }: { readonly projection: Projection }) {
  if (projection.is === 'blank') return <main className="beamer beamer--blank" aria-label="Projector, blank" />;
  const { picture, scale } = projection;
  // a custom property has no type of its own in React's CSSProperties
  const size = { '--scale': scale } as CSSProperties;
  return (
    <main className="beamer" aria-label="Projector" style={size}>
      {picture.on === undefined ? <Soon title={picture.title} /> : <Room picture={picture} on={picture.on} />}
      <PlaceHint />
    </main>
  );
}

/** Before the room turned to anything. */
function Soon({ title }: { readonly title: string }) {
  return (
    <div className="beamer__soon">
      <h1>{title}</h1>
      <p>starting soon</p>
      <p className="beamer__clock">
        <Clock />
      </p>
    </div>
  );
}

function Room({ picture, on }: { readonly picture: Picture; readonly on: NonNullable<Picture['on']> }) {
  const heard = on.tally === undefined ? '' : `, ${String(on.tally.heard)} of ${String(on.tally.of)} heard`;
  return (
    <>
      <header className="beamer__head">
        <h1>
          <span className="cut">{on.name}</span> <span className="slug">#{on.slug}</span>
        </h1>
        <p className="beamer__where">
          subsystem {on.place} of {on.of}
          {heard}
          <br />
          <Elapsed since={on.since} minutes={on.minutes} />
        </p>
        {on.question === undefined ? null : <p className="beamer__question">{on.question}</p>}
      </header>
      <div className="beamer__main">
        {on.tally === undefined ? null : (
          <div className="beamer__bar">
            <TallyBar tally={on.tally} />
          </div>
        )}
        <Columns on={on} />
      </div>
      <Foot picture={picture} on={on} />
    </>
  );
}
