import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuKey, ShellEvent, WindowAct } from '../shared/ipc';
import { DEVELOPER_ENTRIES, MENU, type MenuEntry } from './menu-table';

/** Where a chosen item goes: to the page as an event, or to the window. */
export interface MenuTarget {
  readonly send: (event: ShellEvent) => void;
  readonly act: (act: WindowAct) => void;
}

/**
 * Sets the app's own menu in place of Electron's. An item's id is its command, act or role. Once more with other keys,
 * it shows those.
 */
export function setMenu(target: MenuTarget, keys: readonly MenuKey[] = []): void {
  const sections = MENU.map(({ label, entries }, index) => {
    const all = index === MENU.length - 1 && !app.isPackaged ? [...entries, ...DEVELOPER_ENTRIES] : entries;
    return { label, submenu: all.map((entry) => itemOf(entry, target, keys)) };
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(sections));
}

function itemOf(entry: MenuEntry, target: MenuTarget, keys: readonly MenuKey[]): MenuItemConstructorOptions {
  if (entry === 'separator') return { type: 'separator' };
  if ('role' in entry) return { id: entry.role, role: entry.role, label: entry.label };
  if ('act' in entry) {
    const { act, label, key } = entry;
    return {
      id: act,
      label,
      accelerator: key,
      click: () => {
        target.act(act);
      },
    };
  }
  const { command, label } = entry;
  const key = keys.find((each) => each.command === command)?.key;
  return {
    id: command,
    label,
    // only shown: the page hears the key itself
    ...(key !== undefined && { accelerator: key, registerAccelerator: false }),
    click: () => {
      target.send({ type: 'command', command });
    },
  };
}
