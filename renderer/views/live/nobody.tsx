import type { Slug } from '../../../shared/record/ids';
import { Kbd } from '../../components/kbd';
import { useSession } from '../../store/use-session';
import { everybody } from '../../store/everybody';

/** An empty board says what to press, nothing else. */
export function Nobody({ slug }: { readonly slug: Slug }) {
  const who = useSession((session) => everybody(session)[0]?.handle) ?? 'name';
  return (
    <div className="empty">
      <h2>Nobody heard on #{slug} yet</h2>
      <dl>
        <dt>
          <Kbd keys="i" />
        </dt>
        <dd>
          type <span className="mono">@{who} pass -- tuning data stays private</span>
        </dd>
        <dt>
          <Kbd keys="j k" apart /> then <Kbd keys="1 2 3" apart />
        </dt>
        <dd>pick a participant, set the stance</dd>
        <dt>
          <Kbd keys="g m" apart />
        </dt>
        <dd>fill the matrix by hand instead</dd>
      </dl>
    </div>
  );
}
