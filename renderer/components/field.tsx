import { useId, type ReactNode } from 'react';

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
  autoFocus,
  type = 'text',
  ...field
}: TextProps & { readonly type?: 'text' | 'date' }) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <input
        id={id}
        className="input"
        type={type}
        value={value}
        placeholder={placeholder}
        autoFocus={autoFocus}
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
  autoFocus,
  rows = 3,
  ...field
}: TextProps & { readonly rows?: number }) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <textarea
        id={id}
        className="input"
        rows={rows}
        value={value}
        placeholder={placeholder}
        autoFocus={autoFocus}
        aria-describedby={`${id}-hint`}
        aria-invalid={field.wrong !== undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </Field>
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
  ...field
}: FieldProps & { readonly value: T; readonly choices: readonly Choice<T>[]; readonly onChange: (value: T) => void }) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <select
        id={id}
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
