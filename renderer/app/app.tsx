import { useEffect } from 'react';
import { Sprite } from '../components/sprite';
import { useStore } from '../store/store';
import { Shell } from '../views/shell/shell';
import { Trouble } from '../views/shell/trouble';

/** The page: nothing before the start has read what there is, so that nothing jumps. */
export function App() {
  const phase = useStore((state) => state.phase);
  useTheme();
  useEffect(() => {
    // for whoever measures: what there is stands on the screen
    if (phase === 'ready') requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
  }, [phase]);
  return (
    <>
      <Sprite />
      {phase === 'ready' ? <Shell /> : phase === 'refused' ? <Trouble /> : null}
    </>
  );
}

/** The system's colours, or the ones that were chosen. */
function useTheme(): void {
  const theme = useStore((state) => state.settings.theme);
  useEffect(() => {
    if (theme === undefined || theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
