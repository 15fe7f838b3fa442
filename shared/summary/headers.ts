/** RFC 5322 says 78 at most, RFC 2047 says 76 for lines with encoded words. */
const COLUMNS = 76;

/** A header of several words, folded between them. A word that no line holds (a Message-ID) stands on its own. */
export function header(name: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of words) {
    if (line.length + 1 + word.length > COLUMNS && line !== `${name}:`) {
      lines.push(line);
      line = '';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

/** The words of a list, each member's last with a comma but for the very last. */
export function listWords(members: readonly (readonly string[])[]): readonly string[] {
  return members.flatMap((words, at) =>
    at === members.length - 1 ? words : words.map((word, i) => (i === words.length - 1 ? `${word},` : word)),
  );
}
