import type { CSSProperties } from 'react';
import type { PictureColumn, PictureOfSubsystem } from '../../../shared/projector/picture';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { useRows } from './use-rows';

/** Who holds what, one column for each stance; those who hold none are named where they said so, else counted. */
export function Columns({ on }: { readonly on: PictureOfSubsystem }) {
  const size = sizeFor(on.named);
  const abreast = on.columns.map(({ people }) => namesAbreast(size, people.length));
  return (
    <div className="beamer__cols" data-size={size} style={widthsFor(size, abreast)}>
      {on.columns.map((column, at) => (
        <Column
          key={column.stance}
          column={column}
          count={on.tally?.stances[column.stance]}
          abreast={abreast[at] ?? 1}
          beside={Math.max(...abreast) > (abreast[at] ?? 1)}
        />
      ))}
      <Others on={on} />
    </div>
  );
}

type Size = 'L' | 'M' | 'S';

/** How many names stand abreast in a column as a rule, and how many below each other where there is a question too. */
const NAMES: Readonly<Record<Size, { readonly abreast: number; readonly below: number }>> = {
  L: { abreast: 1, below: 9 },
  M: { abreast: 1, below: 13 },
  S: { abreast: 2, below: 14 },
};
const MOST_ABREAST = 4;

/** A column of more names than stand below each other has more of them abreast. */
function namesAbreast(size: Size, people: number): number {
  const { abreast, below } = NAMES[size];
  return Math.min(MOST_ABREAST, Math.max(abreast, Math.ceil(people / below)));
}

/** And is somewhat wider for it. */
function widthsFor(size: Size, abreast: readonly number[]): CSSProperties {
  const fr = abreast.map((names) => `minmax(0, ${String(1 + 0.35 * (names - NAMES[size].abreast))}fr)`);
  return { gridTemplateColumns: `${fr.join(' ')} minmax(0, 0.72fr)` };
}

/** Names are as large as the number of people allows: up to 16, up to 40, more. */
function sizeFor(named: number): Size {
  if (named <= 16) return 'L';
  return named <= 40 ? 'M' : 'S';
}

function Column({
  column: { stance, people },
  count,
  abreast,
  beside,
}: {
  readonly column: PictureColumn;
  readonly count: number | undefined;
  readonly abreast: number;
  /** beside a wider one there is less room for its words */
  readonly beside: boolean;
}) {
  const look = STANCE_LOOK[stance];
  const { list, rows } = useRows();
  // who has no room is counted, where numbers are shown: nobody is cut off without a word
  const room = rows * abreast;
  const shown = people.length > room ? Math.max(0, room - 1) : people.length;
  return (
    <section className="bcol" data-stance={look.code} aria-label={look.words}>
      <h2>
        <Glyph name={look.code} />
        <span className="cut">{beside ? look.short : look.words}</span>
        {count === undefined ? null : <span className="bcol__count">{count}</span>}
      </h2>
      <ul ref={list} style={{ columns: abreast }}>
        {people.slice(0, shown).map(({ handle, called, objects, latest }) => (
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
        {people.length > shown ? (
          <li>{count === undefined ? 'and others' : `and ${String(people.length - shown)} more`}</li>
        ) : null}
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
