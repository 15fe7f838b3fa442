import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, dialog, session } from 'electron';
import { SHELL_EVENT, type ShellEvent, type WindowAct } from '../shared/ipc';
import { refusalText } from '../shared/result';
import { SCHEMA } from '../shared/schema';
import { announcedFiles, filesIn } from './announced';
import { beginRun } from './begin-run';
import { gitUser } from './git-user';
import { halfTypedIn } from './half-typed';
import { handlersOf } from './handlers';
import { answerRequests } from './ipc';
import { journalsIn } from './journal';
import { log } from './log';
import { askBeforeLosing, leave, offerReload, quitWhenKept } from './lifecycle';
import { reserveIn } from './reserve';
import { unmarkRunning } from './running';
import { setMenu } from './menu';
import { projectorOf } from './projector-window';
import { declareScheme, serveBuild } from './protocol';
import { blockNetwork, confineContents, denyPermissions, sandboxAll, silenceChromium } from './security';
import { keysIn } from './keys-file';
import { settingsIn } from './settings';
import { writeInThread } from './snapshot-thread';
import { keepSnapshots } from './snapshots';
import { claimDataFolder, onLaterStart } from './single-instance';
import { applyTheme, openWindow } from './window';
import { actOn } from './window-acts';
import { windowFileIn } from './window-file';

/** Milliseconds that quitting waits for a last snapshot: the record itself is on the disk already. */
const LAST_SNAPSHOT = 3_000;
/** Milliseconds after the reserve was given free until snapshots are taken: the lines that need it come first. */
const AFTER_RELEASE = 1_000;
/** Milliseconds after the start until snapshots are taken that the last run left out: a start has enough to do. */
const CATCH_UP = 10_000;

silenceChromium();
sandboxAll();
declareScheme();

const files = filesIn(process.argv, process.cwd(), process.defaultApp);
if (claimDataFolder(files)) {
  start().catch((error: unknown) => {
    dialog.showErrorBox('Gavel could not start', String(error));
    app.exit(1);
  });
} else {
  app.quit();
}

async function start(): Promise<void> {
  const dataFolder = app.getPath('userData');
  const begun = await beginRun(dataFolder, {
    app: app.getVersion(),
    schema: SCHEMA,
    electron: Number.parseInt(process.versions.electron, 10),
  });
  if (!begun.ok) return leave(begun.error);
  const { facts, upgraded } = begun.value;

  const settings = settingsIn(dataFolder);
  const keys = keysIn(dataFolder);
  const windowFile = windowFileIn(dataFolder);
  const reserve = reserveIn(dataFolder, () => {
    send({ type: 'trouble', text: 'The disk is full. What was kept back takes what you record now: make room.' });
    // after the lines that need the room
    void setTimeout(AFTER_RELEASE, undefined, { ref: false })
      .then(snapshots.catchUp)
      .catch((error: unknown) => {
        log('no snapshot', error);
      });
  });
  const journals = journalsIn(path.join(dataFolder, 'journal'), reserve.release);
  const halfTyped = halfTypedIn(dataFolder, reserve.release);
  const snapshots = keepSnapshots(
    {
      journals: path.join(dataFolder, 'journal'),
      folder: path.join(dataFolder, 'snapshots'),
      second: () => settings.current().snapshotsAlsoIn,
      refused: (why) => {
        send({ type: 'trouble', text: refusalText(why), repeats: true });
      },
    },
    (order) => writeInThread(path.join(__dirname, 'snapshot-worker.cjs'), order),
  );
  const announced = announcedFiles((file) => {
    send({ type: 'file-announced', path: file });
  });
  announced.add(files);

  confineContents();
  quitWhenKept(async () => {
    await Promise.all([journals.close(), windowFile.settled()]);
    // one of a very large session may take longer: the next start takes it
    await Promise.race([snapshots.close(), setTimeout(LAST_SNAPSHOT)]);
    unmarkRunning(dataFolder);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    announced.add([file]);
  });

  if (upgraded) await snapshots.takeAll('upgrade');
  await app.whenReady();
  denyPermissions(session.defaultSession);
  blockNetwork(session.defaultSession);
  serveBuild(session.defaultSession, path.join(__dirname, '../renderer'));
  applyTheme(settings.current().theme);

  const window = openWindow(windowFile);
  askBeforeLosing(window, send);
  offerReload(window);
  onLaterStart((later) => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    announced.add(later);
  });
  const projector = projectorOf(window, () => {
    send({ type: 'projector-closed' });
  });
  const menu = { send, act: (act: WindowAct) => actOn(window, act, { windowFile, projector, send }) };
  setMenu(menu);
  answerRequests(
    handlersOf({
      dataFolder,
      start: facts,
      settings,
      keys,
      halfTyped,
      windowFile,
      journals,
      snapshots,
      announced,
      projector,
      gitUser: proposedUser,
      send,
      showKeys: (shown) => {
        setMenu(menu, shown);
      },
    }),
    window,
  );

  await setTimeout(CATCH_UP, undefined, { ref: false });
  await snapshots.catchUp();
  await reserve.take();

  function send(event: ShellEvent): void {
    if (!window.isDestroyed()) window.webContents.send(SHELL_EVENT, event);
  }
  function proposedUser(): ReturnType<typeof gitUser> {
    return settings.current().me === undefined ? gitUser() : Promise.resolve({});
  }
}
