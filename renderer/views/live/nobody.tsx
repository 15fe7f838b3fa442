import { Kbd } from '../../components/kbd';
import type { Slug } from '../../../shared/record/ids';
import { useSession } from '../../store/use-session';
import { everybody } from '../../store/everybody';
import { useKeys } from '../use-keys';

/** An empty board says what to press, nothing else. */
export function Nobody({ slug }: { readonly slug: Slug }) {
  const who = useSession((session) => everybody(session)[0]?.handle) ?? 'name';
  const key = useKeys();
  // where single keys are off, Find or run has the same by name
  const find = key('go.find');
  return (
    <div className="empty">
      <h2>Nobody heard on #{slug} yet</h2>
      <dl>
        <dt>
          <Kbd keys={key('record.entry') ?? find} />
        </dt>
        <dd>
          type <span className="mono">@{who} pass -- tuning data stays private</span>
        </dd>
        <dt>
          <Kbd keys={key('move.down')} /> <Kbd keys={key('move.up')} /> then{' '}
          <Kbd keys={key('record.standard') ?? find} /> <Kbd keys={key('record.userspace')} />{' '}
          <Kbd keys={key('record.passthrough')} />
        </dt>
        <dd>pick a participant, set the stance</dd>
        <dt>
          <Kbd keys={key('view.matrix')} apart />
        </dt>
        <dd>fill the matrix by hand instead</dd>
      </dl>
    </div>
  );
}
