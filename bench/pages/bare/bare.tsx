import Dexie from 'dexie';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Row {
  readonly seq: number;
  readonly id: string;
}

/** Reads every row and shows a hundred of them: the least that a page on the same data can do. */
function Bare() {
  const [rows, setRows] = useState<readonly Row[]>();
  useEffect(() => {
    const database = new Dexie('gavel');
    void database
      .open()
      .then(() => database.table<Row>('entries').toArray())
      .then(setRows);
  }, []);
  useEffect(() => {
    if (rows !== undefined) requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
  }, [rows]);
  if (rows === undefined) return null;
  return (
    <ul>
      {rows.slice(-100).map(({ seq, id }) => (
        <li key={seq}>{id}</li>
      ))}
    </ul>
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Bare />);
