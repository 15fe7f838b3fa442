import { useEffect, useRef, type KeyboardEventHandler, type ReactNode } from 'react';
import { hideOthers } from 'aria-hidden';
import { Overlay } from 'react-aria/Overlay';
import { useDialog } from 'react-aria/useDialog';
import { useOverlay } from 'react-aria/useOverlay';
import { useFocusBack } from './use-focus-back';

interface DialogProps {
  /** its accessible name */
  readonly name: string;
  /** what is written over it, where that says more than its name */
  readonly title?: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly onKeyDown?: KeyboardEventHandler;
}

/**
 * A layer with the focus in it. Esc closes the top one only; a press beside the dialog does nothing, so that half-typed
 * text stays where it is.
 */
export function Dialog(props: DialogProps) {
  return (
    <Overlay>
      <Layer {...props} />
    </Overlay>
  );
}

/**
 * Keeps the focus as part of the overlay that it stands in. What is behind is covered, and hidden from those who do not
 * see that; it is not `inert` as behind React Aria's own Modal, since each element is styled anew for that, twice a dialog.
 */
function Layer({ name, title = name, children, wide = false, onClose, onKeyDown }: DialogProps) {
  const layer = useFocusBack<HTMLDivElement>();
  const box = useRef<HTMLDivElement>(null);
  const { overlayProps } = useOverlay({ isOpen: true, onClose }, box);
  const dialog = useRef<HTMLElement>(null);
  const { dialogProps } = useDialog({ 'aria-label': name }, dialog);
  // after the focus is in the dialog: what has the focus cannot be hidden
  useEffect(() => (layer.current === null ? undefined : hideBehind(layer.current)), [layer]);
  return (
    <div className="layer" ref={layer}>
      <div {...overlayProps} className={wide ? 'dialog dialog--wide' : 'dialog'} ref={box}>
        {/* keys count wherever in the layer the focus is, also on the dialog itself */}
        <div onKeyDown={onKeyDown}>
          <section {...dialogProps} ref={dialog}>
            {title === '' ? null : <h2>{title}</h2>}
            {children}
          </section>
        </div>
      </div>
    </div>
  );
}

/** Hides all but a layer. The package leaves alone what is live; what says that it is not is hidden as the rest. */
function hideBehind(layer: HTMLElement): () => void {
  const show = hideOthers(layer);
  const silent = document.querySelectorAll('[aria-live="off"]:not([aria-hidden])');
  for (const each of silent) each.setAttribute('aria-hidden', 'true');
  return () => {
    for (const each of silent) each.removeAttribute('aria-hidden');
    show();
  };
}
