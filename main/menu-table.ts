/**
 * What the menu shows. An item with `command` is the page's: it sends that command of the registry; its key is the
 * page's too, which tells it. An item with `act` is the window's own.
 */
export type MenuEntry =
  | { readonly command: string; readonly label: string }
  | { readonly role: 'cut' | 'copy' | 'paste' | 'selectAll' | 'togglefullscreen' | 'quit'; readonly label: string }
  | {
      readonly act: 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'developer-tools';
      readonly label: string;
      readonly key: string;
    }
  | 'separator';

export interface MenuSection {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** Neither Ctrl R reloads nor Ctrl W closes: both are habits of people who type, and mean other things here. */
export const MENU: readonly MenuSection[] = [
  {
    label: '&File',
    entries: [
      { command: 'session.new', label: '&New session' },
      { command: 'file.open', label: '&Open or import…' },
      { command: 'file.save-copy', label: '&Save a copy…' },
      'separator',
      { command: 'app.settings', label: 'Se&ttings' },
      'separator',
      { role: 'quit', label: '&Quit' },
    ],
  },
  {
    label: '&Edit',
    entries: [
      { command: 'edit.undo', label: '&Undo' },
      { command: 'edit.redo', label: '&Redo' },
      'separator',
      { role: 'cut', label: 'Cu&t' },
      { role: 'copy', label: '&Copy' },
      { role: 'paste', label: '&Paste' },
      { role: 'selectAll', label: 'Select &all' },
      'separator',
      { command: 'record.entry', label: 'Quick &entry' },
      { command: 'go.find', label: '&Find or run' },
    ],
  },
  {
    label: '&View',
    entries: [
      { command: 'view.live', label: '&Live' },
      { command: 'view.matrix', label: '&Matrix' },
      { command: 'view.review', label: '&Review' },
      { command: 'view.summary', label: '&Summary' },
      { command: 'view.thread', label: '&Thread' },
      'separator',
      { command: 'view.sidebar', label: 'Side&bar' },
      { command: 'view.rail', label: 'Ra&il' },
      { command: 'projector.switch', label: '&Projector' },
      'separator',
      { act: 'zoom-in', label: 'Zoom &in', key: 'CmdOrCtrl+=' },
      { act: 'zoom-out', label: 'Zoom &out', key: 'CmdOrCtrl+-' },
      { act: 'zoom-reset', label: 'Usual si&ze', key: 'CmdOrCtrl+0' },
      { role: 'togglefullscreen', label: '&Full screen' },
    ],
  },
  {
    label: '&Help',
    entries: [
      { command: 'help.keys', label: '&Keys' },
      { command: 'help.about', label: '&About Gavel' },
    ],
  },
];

/** Only outside a package, at the end of the last section. */
export const DEVELOPER_ENTRIES: readonly MenuEntry[] = [
  'separator',
  { act: 'developer-tools', label: '&Developer tools', key: 'CmdOrCtrl+Shift+I' },
];
