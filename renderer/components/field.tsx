import { useId, useState, type ReactNode } from 'react';
import { useFirstFocus } from './use-first-focus';

export interface FieldProps {
  readonly name: string;
  readonly hint?: ReactNode;
  /** what is wrong with what was typed */
  readonly wrong?: string | undefined;
}

export interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** A name, a control, and below it a hint or what is wrong. */
function Field({
  name,
  hint,
  wrong,
  id,
  children,
}: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label className="field__name" htmlFor={id}>
        {name}
      </label>
      {children}
      <span id={`${id}-hint`} className={wrong === undefined ? 'field__hint' : 'field__wrong'}>
        {wrong ?? hint}
      </span>
    </div>
  );
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  placeholder,
  autoFocus = false,
  type = 'text',
  ...field
}: TextProps & { readonly type?: 'text' | 'date' }) {
  const id = useId();
  const input = useFirstFocus<HTMLInputElement>(autoFocus);
  return (
    <Field id={id} {...field}>
      <input
        id={id}
        ref={input}
        className="input"
        type={type}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        aria-invalid={field.wrong !== undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </Field>
  );
}

/** Several lines of plain text. */
export function TextArea({
  value,
  onChange,
  placeholder,
  autoFocus = false,
  rows = 3,
  ...field
}: TextProps & { readonly rows?: number }) {
  const id = useId();
  const input = useFirstFocus<HTMLTextAreaElement>(autoFocus);
  return (
    <Field id={id} {...field}>
      <textarea
        id={id}
        ref={input}
        className="input"
        rows={rows}
        value={value}
        placeholder={placeholder}
        aria-describedby={`${id}-hint`}
        aria-invalid={field.wrong !== undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </Field>
  );
}

/** A whole number within bounds. What is typed counts once it is one; until then it is said what is expected. */
export function NumberField({
  name,
  value,
  from,
  to,
  onChange,
}: {
  readonly name: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const number = (text: string): number | undefined =>
    /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined;
  return (
    <TextField
      name={name}
      value={typed ?? String(value)}
      wrong={
        typed === undefined || number(typed.trim()) !== undefined
          ? undefined
          : `A whole number from ${String(from)} to ${String(to)}.`
      }
      onChange={(text) => {
        setTyped(text);
        const typedNumber = number(text.trim());
        if (typedNumber !== undefined) onChange(typedNumber);
      }}
    />
  );
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly words: string;
}

/** One of a few, by name. */
export function SelectField<T extends string>({
  value,
  choices,
  onChange,
  autoFocus = false,
  ...field
}: FieldProps & {
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly autoFocus?: boolean;
}) {
  const id = useId();
  const select = useFirstFocus<HTMLSelectElement>(autoFocus);
  return (
    <Field id={id} {...field}>
      <select
        id={id}
        ref={select}
        className="input"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Yes or no. */
export function CheckField({
  name,
  checked,
  onChange,
}: {
  readonly name: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {name}
    </label>
  );
}
