import type { ReactNode } from 'react';

/** Keys as they are pressed: `Ctrl K` is one chord, `g m` is two presses; a space parts what is drawn apart. */
export function Kbd({ keys, apart = false }: { readonly keys: string | undefined; readonly apart?: boolean }) {
  if (keys === undefined) return null;
  return apart ? (
    keys.split(' ').map((key, at) => (
      <kbd className="kbd" key={at}>
        {key}
      </kbd>
    ))
  ) : (
    <kbd className="kbd">{keys}</kbd>
  );
}

/** A key with what it does, as a hint. */
export function KeyHint({
  keys,
  apart = false,
  children,
}: {
  readonly keys: string;
  readonly apart?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span>
      <Kbd keys={keys} apart={apart} /> {children}
    </span>
  );
}
