import { useRef, useState, type ReactNode } from 'react';
import { later } from './later';
import type { MenuItem } from './menu';

/** What a menu needs is not needed at the start. */
export const Menu = later(async () => (await import('./menu')).Menu);

interface MenuButtonProps {
  /** what a screen reader says for the button and the menu */
  readonly label: string;
  /** asked for when the menu opens */
  readonly items: () => readonly MenuItem[];
  readonly className: string;
  readonly children?: ReactNode;
  /** false: reached through the row that it belongs to, not by Tab */
  readonly stop?: boolean;
}

/** A button with a menu under it. */
export function MenuButton({ label, items, className, children, stop = true }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        tabIndex={stop ? 0 : -1}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {children}
      </button>
      {open ? (
        <Menu
          label={label}
          items={items()}
          anchor={button}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
