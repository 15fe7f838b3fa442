import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from './dialog';
import { Kbd, KeyHint } from './kbd';

interface DialogFormProps {
  /** its accessible name */
  readonly name: string;
  readonly title?: string;
  /** the words of the button that records */
  readonly submit: string;
  readonly ready?: boolean;
  /** false where nothing is typed that Esc could keep */
  readonly draft?: boolean;
  /** other ways to go on, beside Cancel */
  readonly more?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
  /** records; while it does, another press is the same press. Undefined where there is nothing to record yet */
  readonly onSubmit: () => Promise<void> | undefined;
  readonly onClose: () => void;
  /** a key pressed while no text is being typed; true where it did something */
  readonly onKey?: (key: string) => boolean;
}

/** Something asked, with one way to record it (Ctrl Enter from anywhere in it) and one to leave it. */
export function DialogForm(props: DialogFormProps) {
  const { name, title, submit, ready = true, draft = true, more, wide, children, onSubmit, onClose, onKey } = props;
  const form = useRef<HTMLFormElement>(null);
  const isOnItsWay = useRef(false);
  const submitOnce = async (): Promise<void> => {
    if (!ready || isOnItsWay.current) return;
    isOnItsWay.current = true;
    try {
      await onSubmit();
    } finally {
      isOnItsWay.current = false;
    }
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (isHeldEnter(event)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.current?.requestSubmit();
    } else if (!isTyping(event) && onKey?.(event.key) === true) {
      event.preventDefault();
    }
  };
  return (
    <Dialog
      name={name}
      onClose={onClose}
      onKeyDown={keyDown}
      {...(title === undefined ? {} : { title })}
      {...(wide === undefined ? {} : { wide })}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void submitOnce();
        }}
      >
        <div className="dialog__body">{children}</div>
        <div className="dialog__foot">
          <button type="submit" className="btn btn--main" disabled={!ready}>
            {submit}
            <Kbd keys="Ctrl Enter" />
          </button>
          <button type="button" className="btn" onClick={onClose}>
            Cancel
          </button>
          {more}
          <span className="keys">
            {draft ? <KeyHint keys="Esc">keeps the draft</KeyHint> : <KeyHint keys="Esc">leaves</KeyHint>}
          </span>
        </div>
      </form>
    </Dialog>
  );
}

/** Enter that is still held from what opened the dialog, or from the line before, is no answer to it. */
function isHeldEnter({ key, repeat, target }: KeyboardEvent): boolean {
  return repeat && key === 'Enter' && !(target instanceof HTMLTextAreaElement);
}

/** Whether a key goes into a text, so that it is no command; also with AltGr, and while an input method composes. */
function isTyping({ target, ctrlKey, altKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || nativeEvent.isComposing) return true;
  return (
    target instanceof HTMLElement && target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')
  );
}
