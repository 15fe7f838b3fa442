import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellEvent, WindowAct } from '../shared/ipc';
import { DEVELOPER_ENTRIES, MENU, type MenuEntry } from './menu-table';

/** Where a chosen item goes: to the page as an event, or to the window. */
export interface MenuTarget {
  readonly send: (event: ShellEvent) => void;
  readonly act: (act: WindowAct) => void;
}

/** Sets the app's own menu in place of Electron's. An item's id is its command, act or role. */
export function setMenu(target: MenuTarget): void {
  const sections = MENU.map(({ label, entries }, index) => {
    const all = index === MENU.length - 1 && !app.isPackaged ? [...entries, ...DEVELOPER_ENTRIES] : entries;
    return { label, submenu: all.map((entry) => itemOf(entry, target)) };
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(sections));
}

function itemOf(entry: MenuEntry, target: MenuTarget): MenuItemConstructorOptions {
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
  const { command, label, key } = entry;
  return {
    id: command,
    label,
    ...(key !== undefined && { accelerator: key, registerAccelerator: false }),
    click: () => {
      target.send({ type: 'command', command });
    },
  };
}
