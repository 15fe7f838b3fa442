/**
 * The promises that are proved, in the order of their table: what each is about and what is promised. The figures come
 * from the tests, which name their row ("Row 6: ...") or, for the hostile inputs of row 26, their input ("TRUST-28: ...").
 *
 * @type {readonly (readonly [number, string, string])[]}
 */
export const ROWS = [
  [1, 'network', 'the renderer reaches no network'],
  [2, 'Node integration, isolation', 'a page has no Node'],
  [3, 'OS sandbox', 'renderers are sandboxed'],
  [4, 'permissions', 'all are denied'],
  [5, 'web preferences', 'as decided, security defaults untouched'],
  [6, 'content security policy', 'only our script runs'],
  [7, 'web views', 'none can attach'],
  [8, 'navigation', 'never leaves app://gavel'],
  [9, 'new windows', 'denied'],
  [10, 'openExternal', 'only a mail that a person sends'],
  [11, 'Electron', 'supported, without a known hole'],
  [12, 'IPC sender', 'only our main frame is served'],
  [13, 'IPC arguments', 'of the contract, or refused'],
  [14, 'IPC surface', 'no raw ipcRenderer, no event'],
  [15, 'custom protocol', 'serves only files of the build'],
  [16, 'fuses', 'set as written; the binary is no Node'],
  [17, 'exported pages', 'hostile text cannot run or fetch'],
  [18, 'static gate', 'no unsafe sink in the source'],
  [19, 'kill', '"Saved" survives SIGKILL'],
  [20, 'power loss', '"Saved" survived a flush'],
  [21, 'full disk', 'said at once, old data intact'],
  [22, 'corrupt profile', 'found, quarantined, restored'],
  [23, 'snapshots', 'atomic, checked, several kept'],
  [24, 'newer data', 'never opened by older code'],
  [25, 'two starts', 'one writer'],
  [26, 'bad input', 'error with file and line; no crash'],
  [27, 'exports', 'no injection'],
  [28, 'load', 'as large as TRUST says, as fast as the benches say'],
];

/** What the table has and this program has not: there is nothing that could be proved of it. */
export const NOT_BUILT = /** @type {const} */ ({ 29: 'sync roles', 30: 'sync transport' });

/** The hostile inputs of row 26 are numbered from 1 to this. */
export const INPUTS = 40;
