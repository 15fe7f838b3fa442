import type { ReactNode } from 'react';
import { Glyph } from './glyph';

/** Something the person should know, in place, until it is settled: never over the data, and it says the way out. */
export function Notice({
  children,
  action,
  tone = 'bad',
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly tone?: 'bad' | 'plain';
}) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'bad' ? 'alert' : 'note'}>
      <Glyph name={tone === 'bad' ? 'objection' : 'no-call'} />
      <span>{children}</span>
      {action}
    </div>
  );
}
