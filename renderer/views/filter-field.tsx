import { useEffect, useRef } from 'react';
import { run } from '../commands/run';
import { useStore } from '../store/store';

/** What `/` types into: rows that don't fit are left out of Live and Matrix. */
export function FilterField() {
  const filter = useStore((state) => state.filter);
  const field = useRef<HTMLInputElement>(null);
  const begun = filter === '';
  const gone = filter === undefined;
  useEffect(() => {
    if (begun) field.current?.focus();
    if (gone && document.activeElement === field.current) field.current?.blur();
  }, [begun, gone]);
  return (
    <label className="filter">
      <span aria-hidden="true">/</span>
      <input
        ref={field}
        aria-label="Filter"
        value={filter ?? ''}
        placeholder="stance:p or obj:open"
        spellCheck={false}
        onChange={(event) => void run('view.filter', event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </label>
  );
}
