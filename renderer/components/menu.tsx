import { useEffect, useRef, type RefObject } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, Popover, Separator } from 'react-aria-components';
import { Glyph, type GlyphName } from './glyph';
import { Kbd } from './kbd';
import { useFocusBack } from './use-focus-back';
import './menu.css';

/** Something that can be done, or a line between two groups. */
export type MenuItem =
  | {
      readonly id: string;
      readonly title: string;
      readonly keys?: string | undefined;
      readonly glyph?: GlyphName;
      readonly disabled?: boolean;
      readonly run: () => void;
    }
  | { readonly id: string; readonly line: true };

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** What can be done with a thing, under the button that stands for it. */
export function Menu({ label, items, anchor, onClose }: MenuProps) {
  const disabled = items.filter((item) => 'run' in item && item.disabled === true).map(({ id }) => id);
  const first = items.find((item) => 'run' in item && item.disabled !== true)?.id;
  const layer = useFocusBack<HTMLElement>();
  return (
    <Popover
      ref={layer}
      className="menu"
      aria-label={label}
      triggerRef={anchor}
      placement="bottom end"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AriaMenu className="menu__list" aria-label={label} autoFocus="first" disabledKeys={disabled} onClose={onClose}>
        {items.map((item) =>
          'line' in item ? (
            <Separator key={item.id} className="menu__line" />
          ) : (
            <AriaMenuItem key={item.id} id={item.id} className="menu__item" textValue={item.title} onAction={item.run}>
              {item.glyph === undefined ? null : (
                <span data-stance={item.glyph}>
                  <Glyph name={item.glyph} />
                </span>
              )}
              <span>{item.title}</span>
              {item.id === first ? <TakesFocus /> : null}
              {item.keys === undefined ? null : (
                <span className="keys">
                  <Kbd keys={item.keys} />
                </span>
              )}
            </AriaMenuItem>
          ),
        )}
      </AriaMenu>
    </Popover>
  );
}

/**
 * Gives the focus to the item that it stands in as soon as that is there. React Aria does so some tasks later, and a key that is
 * pressed until then would go to what the menu is of.
 */
function TakesFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    place.current?.closest<HTMLElement>('[role="menuitem"]')?.focus();
  }, []);
  return <span ref={place} hidden />;
}
