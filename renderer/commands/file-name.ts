/** A title as a file name that every system takes, without its ending. */
export function fileNameOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const name = words
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 60);
  return name === '' ? 'session' : name;
}
