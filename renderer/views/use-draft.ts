import { useMemo } from 'react';
import { run } from '../commands/run';
import { useStore } from '../store/store';

/** The fields of a form, as texts. */
export type Form = Readonly<Record<string, string>>;

/**
 * A half-typed form that survives Esc and a restart: what was typed over what is proposed, and how to change it.
 * It is one JSON text under its key; fields that the form no longer has are left out.
 */
export function useDraft<F extends Form>(key: string, proposed: F): readonly [F, (changes: Partial<F>) => void] {
  const text = useStore((state) => state.drafts[key]);
  const typed = useMemo(() => readForm(text), [text]);
  const own = Object.entries(typed).filter(([field]) => Object.hasOwn(proposed, field));
  // only fields that `proposed` has are put over it
  const form = { ...proposed, ...Object.fromEntries(own) };
  const change = (changes: Partial<F>): void => {
    void run('draft.keep', { key, text: JSON.stringify({ ...typed, ...changes }) });
  };
  return [form, change];
}

function readForm(text: string | undefined): Form {
  if (text === undefined || !text.startsWith('{')) return {};
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
