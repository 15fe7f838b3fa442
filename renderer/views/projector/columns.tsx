import type { PictureColumn, PictureOfSubsystem } from '../../../shared/projector/picture';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';

/** More names than this in one column are counted. */
const MOST = 60;

/** Who holds what, one column for each stance; those who hold none are named where they said so, else counted. */
export function Columns({ on }: { readonly on: PictureOfSubsystem }) {
  return (
    <div className="beamer__cols" data-size={sizeFor(on.named)}>
      {on.columns.map((column) => (
        <Column key={column.stance} column={column} count={on.tally?.stances[column.stance]} />
      ))}
      <Others on={on} />
    </div>
  );
}

/** Names are as large as the number of people allows: up to 16, up to 40, more. */
function sizeFor(named: number): 'L' | 'M' | 'S' {
  if (named <= 16) return 'L';
  return named <= 40 ? 'M' : 'S';
}

function Column({
  column: { stance, people },
  count,
}: {
  readonly column: PictureColumn;
  readonly count: number | undefined;
}) {
  const look = STANCE_LOOK[stance];
  return (
    <section className="bcol" data-stance={look.code} aria-label={look.words}>
      <h2>
        <Glyph name={look.code} />
        <span className="cut">{look.words}</span>
        {count === undefined ? null : <span className="bcol__count">{count}</span>}
      </h2>
      <ul>
        {people.slice(0, MOST).map(({ handle, called, objects, latest }) => (
          <li key={handle} data-latest={latest || undefined}>
            <span className="pid">{handle}</span>
            <span className="cut">{called}</span>
            {objects ? (
              <>
                <Glyph name="objection" />
                <span className="vh">objects</span>
              </>
            ) : null}
          </li>
        ))}
        {people.length > MOST ? <li>and {people.length - MOST} more</li> : null}
      </ul>
    </section>
  );
}

/** Those without a stance: counted, or, while numbers are hidden, named where they said so. */
function Others({ on: { tally, abstain, recused, silent } }: { readonly on: PictureOfSubsystem }) {
  if (tally === undefined && abstain.length + recused.length === 0) return null;
  return (
    <section className="bcol bcol--rest" data-stance="n" aria-label="Others">
      <h2>
        <span className="cut">Others</span>
        {tally === undefined ? null : <span className="bcol__count">{tally.abstain + tally.recuse + tally.none}</span>}
      </h2>
      <ul>
        <Some stance="abstain" who={abstain} count={tally?.abstain} verb={['abstains', 'abstain']} />
        <Some stance="recuse" who={recused} count={tally?.recuse} verb={['is recused', 'are recused']} />
        {tally === undefined || silent === 0 ? null : (
          <li>
            <Glyph name="n" />
            {silent} not heard yet
          </li>
        )}
      </ul>
    </section>
  );
}

/** One person by handle, several by number, or where numbers are hidden by handle too, as many as a line holds. */
function Some({
  stance,
  who,
  count,
  verb,
}: {
  readonly stance: 'abstain' | 'recuse';
  readonly who: readonly string[];
  /** absent while numbers are hidden */
  readonly count: number | undefined;
  readonly verb: readonly [one: string, several: string];
}) {
  const all = count ?? who.length;
  if (all === 0) return null;
  const { code } = STANCE_LOOK[stance];
  return (
    <li data-stance={code}>
      <Glyph name={code} />
      {count === undefined || count === 1 ? named(who) : count} {all === 1 ? verb[0] : verb[1]}
    </li>
  );
}

function named([first = '1', second, ...more]: readonly string[]): string {
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first}, ${second} and others`;
}
