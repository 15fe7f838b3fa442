import { useEffect, useState } from 'react';

/** How long the hint stands in a window that nobody put on the whole screen. */
const MS = 12_000;

/** What to do with a window that has just opened: gone once it fills the screen, and soon anyhow. */
export function PlaceHint() {
  const [shown, setShown] = useState(() => !fillsScreen());
  useEffect(() => {
    const look = (): void => {
      if (fillsScreen()) setShown(false);
    };
    const timer = setTimeout(() => {
      setShown(false);
    }, MS);
    window.addEventListener('resize', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('resize', look);
    };
  }, []);
  return shown ? <p className="beamer__place">Move this window to the beamer, then press F11</p> : null;
}

function fillsScreen(): boolean {
  return window.innerWidth >= window.screen.width && window.innerHeight >= window.screen.height;
}
