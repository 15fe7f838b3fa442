import { useEffect, useMemo, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ThreadNode } from '../../../shared/thread/thread-node';
import { run } from '../../commands/run';
import type { ListedMail } from '../../store/listed-mail';
import { shownNodes } from '../../store/mail-search';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { authorWords } from './author-words';
import { pinnedMails } from './pinned';

const ROW = 26;
/** Deeper answers are not moved further in: what is said must stay in sight. */
const DEEPEST = 12;

/** The thread as a tree, in the order in which it is read; only what is on the screen is drawn. */
export function Tree() {
  const mails = useStore((state) => state.mails);
  const hits = useStore((state) => state.mailSearch?.hits);
  const selected = useStore((state) => state.selection.mail);
  const pinned = useSession(pinnedMails);
  const nodes = useMemo(() => (mails === undefined ? [] : shownNodes(mails, hits)), [mails, hits]);
  const cited = useMemo(() => new Set(pinned.map(({ message }) => message)), [pinned]);
  const scroller = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const at = nodes.findIndex(({ id }) => id === selected);
  useEffect(() => {
    if (at === -1) return;
    virtual.scrollToIndex(at);
    // keys move the choice from wherever they are pressed; what was pressed must not take Enter for its own
    const focused = document.activeElement;
    if (focused?.closest('input, textarea, [role="dialog"], [role="listbox"]') === null) {
      tree.current?.focus({ preventScroll: true });
    }
  }, [at, virtual]);
  return (
    <div className="tree" ref={scroller}>
      <div
        role="tree"
        ref={tree}
        aria-label="Thread"
        tabIndex={0}
        aria-activedescendant={at === -1 ? undefined : rowId(at)}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const node = nodes[index];
          return node === undefined ? null : (
            <Row
              key={node.id}
              node={node}
              index={index}
              top={start}
              selected={index === at}
              cited={cited.has(node.id)}
            />
          );
        })}
      </div>
    </div>
  );
}

function rowId(index: number): string {
  return `mail-${String(index)}`;
}

interface RowProps {
  readonly node: ThreadNode<ListedMail>;
  readonly index: number;
  readonly top: number;
  readonly selected: boolean;
  /** something in the record rests on it */
  readonly cited: boolean;
}

function Row({ node, index, top, selected, cited }: RowProps) {
  const { id, mail, others, parent, children, depth } = node;
  return (
    <div
      role="treeitem"
      id={rowId(index)}
      className="tree__row"
      aria-level={depth + 1}
      aria-selected={selected}
      {...(children.length === 0 ? {} : { 'aria-expanded': true })}
      style={{ transform: `translateY(${String(top)}px)`, paddingLeft: 12 + 12 * Math.min(depth, DEEPEST) }}
      onClick={() => void run('mail.select', id)}
    >
      {mail === undefined ? (
        <span className="tree__gone cut">not here: &lt;{id}&gt;</span>
      ) : (
        <>
          <span className="tree__who cut">{authorWords(mail.author)}</span>
          <span className="tree__subject cut">{subjectChange(mail, parent?.mail)}</span>
          {others.length === 0 ? null : <span className="objs">differs</span>}
          {cited ? <span className="tree__cited">quoted</span> : null}
          <span className="tree__date mono">{mail.date?.slice(0, 10) ?? 'no date'}</span>
        </>
      )}
    </div>
  );
}

/** A subject is said where it is another than that of the mail answered. */
function subjectChange(mail: ListedMail, parent: ListedMail | undefined): string {
  const plain = (subject: string): string => subject.replace(/^(?:\s*re:)+\s*/i, '');
  return parent !== undefined && plain(parent.subject) === plain(mail.subject) ? '' : mail.subject;
}
