import { useEffect, useRef } from 'react';
import { run } from '../../commands/run';
import { Glyph } from '../../components/glyph';
import { KeyHint } from '../../components/kbd';
import { useStore } from '../../store/store';
import { currentItem, triageItems, type TriageItem } from '../../store/triage';
import { useSession } from '../../store/use-session';
import { shortTime } from '../times';
import { useClock } from '../use-clock';
import { TriageDetail } from './triage-detail';
import { KIND_WORDS, triageWords } from './triage-words';

/** The list of what waits above, the thing that it is at below: y, e and s go through it. */
export function Triage() {
  const items = useStore(triageItems);
  const triage = useStore((state) => state.triage);
  const item = currentItem(items, triage);
  return (
    <>
      <Head items={items} item={item} ok={triage.ok} />
      {item === undefined ? <NothingWaits /> : <List items={items} at={item.key} ok={triage.ok} />}
      {item === undefined ? null : <TriageDetail key={item.key} item={item} editing={triage.editing} />}
    </>
  );
}

interface HeadProps {
  readonly items: readonly TriageItem[];
  readonly item: TriageItem | undefined;
  readonly ok: ReadonlySet<string>;
}

function Head({ items, item, ok }: HeadProps) {
  const kinds = new Map<TriageItem['what'], number>();
  for (const { what } of items) kinds.set(what, (kinds.get(what) ?? 0) + 1);
  const looked = items.filter(({ key }) => ok.has(key)).length;
  return (
    <header className="review__head">
      <h2>To check {items.length === 0 ? null : <span className="meta">{items.length}</span>}</h2>
      <p className="review__kinds">
        {[...kinds].map(([what, count]) => (
          <span key={what}>
            {KIND_WORDS[what]} <b>{count}</b>
          </span>
        ))}
      </p>
      {item === undefined ? null : (
        <p className="review__progress" role="status" aria-label="Progress">
          {items.indexOf(item) + 1} of {items.length}
          {looked === 0 ? null : `, ${String(looked)} looked at`}
        </p>
      )}
    </header>
  );
}

function NothingWaits() {
  const size = useSession((session) => session.entries.size);
  return (
    <p className="review__nothing">
      {size === 1 ? 'The 1 entry is' : `All ${String(size)} entries are`} checked.{' '}
      <KeyHint keys="g s" apart>
        opens the summary
      </KeyHint>
    </p>
  );
}

interface ListProps {
  readonly items: readonly TriageItem[];
  readonly at: string;
  readonly ok: ReadonlySet<string>;
}

function List({ items, at, ok }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ul className="review__list" aria-label="To check" ref={list}>
      {items.map((item) => (
        <Row key={item.key} item={item} current={item.key === at} looked={ok.has(item.key)} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly item: TriageItem;
  readonly current: boolean;
  readonly looked: boolean;
}

function Row({ item, current, looked }: RowProps) {
  const session = useStore((state) => state.open?.session);
  const clock = useClock();
  if (session === undefined) return null;
  const { at, place, words, glyph } = triageWords(session, item);
  return (
    <li>
      <button
        type="button"
        className="review__row"
        aria-current={current || undefined}
        data-looked={looked || undefined}
        onClick={() => void run('review.select', item.key)}
      >
        <time className="meta" dateTime={at}>
          {at === undefined ? '' : shortTime(at, clock)}
        </time>
        <Glyph name={looked ? 'saved' : glyph} />
        <span className="review__place cut">{place}</span>
        <span className="cut">{words}</span>
        {looked ? <span className="vh">, looked at</span> : null}
      </button>
    </li>
  );
}
