import { useStore } from '../../store/store';

/** A start that was refused: why, and nothing that could do harm. */
export function Trouble() {
  const text = useStore((state) => state.trouble?.text);
  return (
    <main className="empty">
      <h1>Gavel can&rsquo;t open its data</h1>
      <p>{text}</p>
    </main>
  );
}
