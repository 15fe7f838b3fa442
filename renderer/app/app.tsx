import { useEffect } from 'react';
import { later } from '../components/later';
import { useStore } from '../store/store';
import { Guarded } from '../views/shell/guarded';
import { Shell } from '../views/shell/shell';
import { Trouble } from '../views/shell/trouble';

// nobody should ever see it
const Recovery = later(async () => (await import('../views/recovery/recovery')).Recovery);

/** The page: nothing before the start has read what there is, so that nothing jumps. */
export function App() {
  const phase = useStore((state) => state.phase);
  useLook();
  useEffect(() => {
    // for whoever measures: what there is stands on the screen
    if (phase === 'ready') requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
  }, [phase]);
  return (
    <Guarded what="The window" way="If it stays so, close it and start Gavel again.">
      {phase === 'ready' ? <Shell /> : null}
      {phase === 'refused' ? <Trouble /> : null}
      {phase === 'recovery' ? <Recovery /> : null}
    </Guarded>
  );
}

/** Colours, size of text and height of rows, as they were chosen; else the system's and the window's. */
function useLook(): void {
  const { theme, text, density } = useStore((state) => state.settings);
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    if (theme === undefined || theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    if (density === 'compact') dataset['density'] = density;
    else delete dataset['density'];
    if (text === undefined) style.removeProperty('--text');
    else style.setProperty('--text', `${String(text)}px`);
  }, [theme, text, density]);
}
