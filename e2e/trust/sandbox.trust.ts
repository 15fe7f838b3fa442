import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ROOT } from '../support/app';
import { figure, test } from './support/proof';

/** Nobody's user id, on every Linux. */
const NOBODY = 65534;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly status: string;
}

/** All processes of the system; those that end meanwhile are left out. */
function processes(): readonly Process[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    try {
      const status = fs.readFileSync(`/proc/${name}/status`, 'utf8');
      const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]), command, status }];
    } catch {
      return [];
    }
  });
}

/** Where the app and its Electron stand for everybody to read, since a home of root's is closed to others. */
function readableCopy(folder: string): { readonly program: string; readonly app: string } {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(ROOT, 'node_modules/electron/dist');
  const copy = path.join(folder, 'electron');
  fs.cpSync(dist, copy, { recursive: true, verbatimSymlinks: true });
  const app = path.join(folder, 'app');
  fs.mkdirSync(app);
  for (const name of ['out/main', 'out/renderer', 'package.json'])
    fs.cpSync(path.join(ROOT, name), path.join(app, name), { recursive: true });
  spawnSync('chmod', ['-R', 'a+rX', folder]);
  return { program: path.join(copy, 'electron'), app };
}

test('Row 3: as a normal user, every page’s process is in the system’s sandbox', async () => {
  test.skip(process.platform !== 'linux', 'its sandbox is read from /proc: run npm run test:trust on Linux');
  const isRoot = process.getuid?.() === 0;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-sandbox-'));
  fs.chmodSync(folder, 0o755);
  const profile = path.join(folder, 'profile');
  fs.mkdirSync(profile);
  if (isRoot) fs.chownSync(profile, NOBODY, NOBODY);
  const { program, app } = readableCopy(folder);
  let output = '';
  let started: ChildProcess | undefined;
  try {
    const args = [app, `--user-data-dir=${profile}`];
    const env = {
      ...process.env,
      HOME: profile,
      ELECTRON_DISABLE_SANDBOX: undefined,
      XDG_RUNTIME_DIR: profile,
      TMPDIR: profile,
    };
    started = spawn(program, args, { env, detached: true, ...(isRoot && { uid: NOBODY, gid: NOBODY }) });
    started.stderr?.on('data', (text: Buffer) => {
      output += text.toString();
    });
    const ours = (): readonly Process[] => {
      const all = processes();
      const within = (one: Process): boolean =>
        one.pid === started?.pid || all.some((other) => other.pid === one.parent && within(other));
      return all.filter(within);
    };
    const renderers = (): readonly Process[] => ours().filter(({ command }) => command.includes('--type=renderer'));
    const gone = new Promise<boolean>((resolve) =>
      started?.once('exit', () => {
        resolve(true);
      }),
    );
    await Promise.race([
      gone,
      expect
        .poll(() => renderers().length, { timeout: 30_000 })
        .toBeGreaterThan(0)
        .catch(() => undefined),
    ]);
    const refused = /setuid sandbox|user namespaces|No usable sandbox|credentials\.cc/i.exec(output)?.[0];
    test.skip(
      renderers().length === 0 && refused !== undefined,
      `this system lets a normal user make no sandbox (${String(refused)}): allow user namespaces, or set chrome-sandbox up as root (mode 4755)`,
    );
    expect(renderers().length, output).toBeGreaterThan(0);
    for (const { command, status } of renderers()) {
      expect(status).toMatch(/^Seccomp:\s*2$/m);
      expect(status).toMatch(/^NoNewPrivs:\s*1$/m);
      expect(status).not.toMatch(/^Uid:\s*0\b/m);
      expect(command).not.toContain('--no-sandbox');
    }
    for (const { command } of ours()) expect(command).not.toContain('--no-sandbox');
    figure(
      `uid ${String(isRoot ? NOBODY : process.getuid?.())}: ${String(renderers().length)} renderers, Seccomp: 2, no --no-sandbox in ${String(ours().length)} processes`,
    );
  } finally {
    if (started?.pid !== undefined && started.exitCode === null) process.kill(-started.pid, 'SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
