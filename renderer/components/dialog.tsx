import type { KeyboardEventHandler, ReactNode } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';

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
export function Dialog({ name, title = name, children, wide = false, onClose, onKeyDown }: DialogProps) {
  return (
    <ModalOverlay
      className="layer"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={wide ? 'dialog dialog--wide' : 'dialog'}>
        {/* keys count wherever in the layer the focus is, also on the dialog itself */}
        <div onKeyDown={onKeyDown}>
          <AriaDialog aria-label={name}>
            {title === '' ? null : <h2>{title}</h2>}
            {children}
          </AriaDialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}
