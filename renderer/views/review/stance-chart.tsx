import type { PositionStance } from '../../../shared/record/entry';
import type { Slug } from '../../../shared/record/ids';
import { stancesOverTime, type StanceStep } from '../../../shared/session/stances-over-time';
import { GlyphPath } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { shortTime, type Clock } from '../times';
import { useClock } from '../use-clock';
import { mostIn, stanceScale } from './stance-scale';

const SHOWN: readonly PositionStance[] = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain'];
/** Solid, dashed, dotted, thin: a line is told from another without its hue. */
const DASHES: Readonly<Partial<Record<PositionStance, string>>> = {
  'userspace-allowed': '7 3',
  'passthrough-niche': '2 3',
};
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [900, 132, 28, 148, 10, 20];

/** How many held each stance on the subsystem that is selected, from the first position to the moment that is shown. */
export function StanceChart() {
  const slug = useStore((state) => state.selection.subsystem);
  return slug === undefined ? null : <Chart slug={slug} />;
}

function Chart({ slug }: { readonly slug: Slug }) {
  const steps = useSession((session) => stancesOverTime(session, slug));
  const clock = useClock();
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) {
    return <p className="chart__none meta">Nobody has taken a position on #{slug} yet.</p>;
  }
  const most = mostIn(steps, SHOWN);
  const { places, pauses } = stanceScale(steps.map(({ at }) => at));
  const x = (place: number): number => LEFT + place * (WIDTH - LEFT - RIGHT);
  const y = (count: number): number => HEIGHT - BOTTOM - (count / most) * (HEIGHT - TOP - BOTTOM);
  return (
    <figure className="chart">
      <figcaption className="label">Stances on #{slug} over time</figcaption>
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={inWords(slug, steps, clock)}>
        <line className="chart__axis" x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} />
        <text className="chart__tick" x={LEFT - 8} y={y(most) + 4} textAnchor="end">
          {most}
        </text>
        <text className="chart__tick" x={LEFT - 8} y={y(0) + 4} textAnchor="end">
          0
        </text>
        <text className="chart__tick" x={LEFT} y={HEIGHT - 4}>
          {shortTime(first.at, clock)}
        </text>
        <text className="chart__tick" x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end">
          {shortTime(last.at, clock)}
        </text>
        {pauses.map((place) => (
          <text key={place} className="chart__tick" x={x(place)} y={y(0) + 4} textAnchor="middle">
            {'//'}
          </text>
        ))}
        {SHOWN.filter((stance) => steps.some(({ counts }) => (counts[stance] ?? 0) > 0)).map((stance) => (
          <path
            key={stance}
            className="chart__line"
            data-stance={STANCE_LOOK[stance].code}
            d={pathOf(steps, stance, places.map(x), y)}
            strokeDasharray={DASHES[stance]}
            strokeWidth={stance === 'abstain' ? 1 : 2.25}
          />
        ))}
        <Ends last={last} y={y} />
      </svg>
    </figure>
  );
}

/** At the right end of its line each stance has its glyph, its letter and its count; names that would meet are moved apart. */
function Ends({ last, y }: { readonly last: StanceStep; readonly y: (count: number) => number }) {
  let free = -Infinity;
  const ends = SHOWN.map((stance) => ({ stance, count: last.counts[stance] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ stance, count }) => {
      const at = Math.max(free, y(count));
      free = at + 14;
      return { stance, count, at };
    });
  return ends.map(({ stance, count, at }) => (
    <g
      key={stance}
      data-stance={STANCE_LOOK[stance].code}
      transform={`translate(${String(WIDTH - RIGHT + 8)} ${String(at)})`}
    >
      <svg x={0} y={-6} width={12} height={12} viewBox="0 0 16 16" className="chart__glyph">
        <GlyphPath name={STANCE_LOOK[stance].code} />
      </svg>
      <text className="chart__end" x={18} y={4}>
        {STANCE_LOOK[stance].letter} {count} {STANCE_LOOK[stance].short}
      </text>
    </g>
  ));
}

/** A line that is level between two moments and steps at each. */
function pathOf(
  steps: readonly StanceStep[],
  stance: PositionStance,
  xs: readonly number[],
  y: (count: number) => number,
): string {
  const points = steps.map(({ counts }, index) => {
    const [to, height] = [(xs[index] ?? 0).toFixed(1), y(counts[stance] ?? 0).toFixed(1)];
    return index === 0 ? `M${to} ${height}` : `H${to}V${height}`;
  });
  return `${points.join('')}H${String(WIDTH - RIGHT)}`;
}

/** The chart for whoever doesn't see it: the first and the last step. */
function inWords(slug: Slug, steps: readonly StanceStep[], clock: Clock): string {
  const said = ({ at, counts }: StanceStep): string =>
    `${shortTime(at, clock)} ${SHOWN.map((stance) => `${STANCE_LOOK[stance].words} ${String(counts[stance] ?? 0)}`).join(', ')}`;
  const [first] = steps;
  const last = steps.at(-1);
  return [
    `Stances on ${slug} over time, ${String(steps.length)} steps.`,
    ...[first, last].flatMap((step) => (step === undefined ? [] : said(step))),
  ].join(' ');
}
