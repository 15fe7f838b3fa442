import { useEffect, useRef } from 'react';
import { run } from '../../commands/run';
import { Kbd } from '../../components/kbd';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import type { TriageItem, Wording as Words } from '../../store/triage';

interface WordingProps {
  readonly item: TriageItem;
  readonly wording: Words;
  readonly editing: boolean;
}

/** The words as they read now, to be edited: nothing of it is recorded before Ctrl Enter, and nothing typed is lost. */
export function Wording({ item, wording, editing }: WordingProps) {
  const session = useStore((state) => state.open?.id);
  const readOnly = useStore((state) => state.open?.readOnly === true);
  const key = session === undefined ? '' : draftKey.wording(session, item.key);
  const draft = useStore((state) => state.drafts[key]);
  const text = draft ?? wording.text;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (editing) field.current?.focus();
    else if (document.activeElement === field.current) field.current?.blur();
  }, [editing]);
  const keep = (): void => void run('review.keep-wording', text);
  return (
    <div className="wording">
      <label className="field__name" htmlFor="wording">
        {wording.name}
      </label>
      <textarea
        id="wording"
        ref={field}
        className="input mono"
        rows={Math.max(2, Math.min(8, text.split('\n').length + Math.floor(text.length / 72)))}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        onFocus={() => void run('review.editing', true)}
        onBlur={() => void run('review.editing', false)}
        onChange={(event) => void run('draft.keep', { key, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          keep();
        }}
      />
      <button type="button" className="btn" disabled={readOnly || text.trim() === ''} onClick={keep}>
        Record
        <Kbd keys="Ctrl Enter" />
      </button>
    </div>
  );
}
