import type { Condition } from '../../shared/session/positions';

/** The conditions of a position, each on its own line; met ones are ticked. */
export function Conditions({ conditions }: { readonly conditions: readonly Condition[] }) {
  if (conditions.length === 0) return null;
  return (
    <ul aria-label="Conditions">
      {conditions.map(({ text, met }) => (
        <li key={text} className="condition" data-met={met || undefined}>
          {met ? 'met: ' : ''}if {text}
        </li>
      ))}
    </ul>
  );
}
