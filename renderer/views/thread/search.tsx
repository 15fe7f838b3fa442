import { useEffect, useRef } from 'react';
import { run } from '../../commands/run';
import { useStore } from '../../store/store';

/** What `/` types into: mails that hold all of it stay. */
export function Search() {
  const search = useStore((state) => state.mailSearch);
  const all = useStore((state) => state.mails?.nodes.length ?? 0);
  const field = useRef<HTMLInputElement>(null);
  const begun = search?.typed === '';
  useEffect(() => {
    if (begun) field.current?.focus();
  }, [begun]);
  const hits = search?.hits?.length;
  const read = search?.read;
  return (
    <label className="filter thread__search">
      <span aria-hidden="true">/</span>
      <input
        ref={field}
        aria-label="Search the thread"
        value={search?.typed ?? ''}
        placeholder="words, from: or subject:"
        spellCheck={false}
        onChange={(event) => void run('mail.search', event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.currentTarget.blur();
            void run('mail.search', undefined);
          } else if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <span className="meta" role="status" aria-label="Mails found">
        {read !== undefined
          ? `reading ${String(read)} of ${String(all)}`
          : hits === undefined
            ? `${String(all)} mails`
            : `${String(hits)} of ${String(all)}`}
      </span>
    </label>
  );
}
