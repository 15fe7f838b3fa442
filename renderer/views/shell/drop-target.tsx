import { useEffect, useState } from 'react';
import { run } from '../../commands/run';

/** The whole window takes files; while one hovers over it, it says so. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // leaving the window, not one element for the next
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const dropped = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry());
      const folder = dropped.find((entry): entry is FileSystemDirectoryEntry => entry?.isDirectory === true);
      if (folder !== undefined) {
        void run('file.drop-folder', folder);
        return;
      }
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void run('file.drop', files);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return over ? <div className="drop">Drop a .gavel, .eml, .mbox, maildir or MAINTAINERS to open it</div> : null;
}
