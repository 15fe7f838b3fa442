import type { ReactNode } from 'react';
import { Kbd } from './kbd';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
}

/** A plain button; the main one of a form is solid. */
export function Button({
  children,
  onPress,
  keys,
  disabled = false,
  main = false,
}: ButtonProps & { readonly main?: boolean }) {
  return (
    <button type="button" className={main ? 'btn btn--main' : 'btn'} disabled={disabled} onClick={onPress}>
      {children}
      <Kbd keys={keys} />
    </button>
  );
}

/** A verb beside the thing that it acts on, with its key in front. */
export function Act({
  children,
  onPress,
  keys,
  disabled = false,
  label,
  stop = true,
  pressed,
}: ButtonProps & {
  readonly label?: string;
  /** where it switches something on and off */
  readonly pressed?: boolean;
  /** false: reached through the row that it belongs to, not by Tab */
  readonly stop?: boolean;
}) {
  const shown = (
    <>
      <Kbd keys={keys} />
      {children}
    </>
  );
  return (
    <button
      type="button"
      className="act"
      disabled={disabled}
      tabIndex={stop ? undefined : -1}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {label === undefined ? (
        shown
      ) : (
        <>
          <span className="act__shown" aria-hidden="true">
            {shown}
          </span>
          <span className="vh">{label}</span>
        </>
      )}
    </button>
  );
}
