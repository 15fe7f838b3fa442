const LONGEST = 998;
const PLAIN = /^[!#-;=?-~]+$/;

/**
 * Every id in a header such as References or In-Reply-To, without brackets, case kept, each once. Words around the
 * brackets are passed over; where there are no brackets at all, what has the form of an id counts.
 */
export function messageIds(header: string): readonly string[] {
  const ids = new Set<string>();
  const found = header.includes('<')
    ? inBrackets(header)
    : header.split(/[\s,;]+/).filter((word) => word.includes('@'));
  for (const each of found) {
    const id = PLAIN.test(each) ? each : each.replace(/\s+/g, '');
    if (id !== '' && id.length <= LONGEST && (PLAIN.test(id) || !/[\p{Cc}<>"]/u.test(id))) ids.add(id);
  }
  return [...ids];
}

function inBrackets(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf('<'); at !== -1;) {
    const end = text.indexOf('>', at);
    if (end === -1) break;
    // a bracket that nobody closed before the next opened
    found.push(text.slice(text.lastIndexOf('<', end) + 1, end));
    at = text.indexOf('<', end);
  }
  return found;
}
