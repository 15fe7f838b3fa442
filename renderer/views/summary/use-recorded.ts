import { useEffect, useState } from 'react';
import { whenRecorded } from '../../store/record';

/** So many milliseconds what is on its way is waited for. */
const PATIENCE = 400;

/** Whether what was asked for before the view was turned to is recorded: a mail without it would be shown, and copied. */
export function useRecorded(): boolean {
  const [waits, setWaits] = useState(() => whenRecorded(PATIENCE));
  useEffect(() => {
    void waits?.then(() => {
      setWaits(undefined);
    });
  }, [waits]);
  return waits === undefined;
}
