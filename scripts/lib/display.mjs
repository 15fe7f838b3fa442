import { spawn } from 'node:child_process';
import { onPath } from './on-path.mjs';
import { Refusal, say } from './say.mjs';

/** Whether a person could see a window that we open. */
export function hasDisplay() {
  return process.platform !== 'linux' || !!process.env.DISPLAY || !!process.env.WAYLAND_DISPLAY;
}

/** Whether a screen in memory can be had. */
export function hasScreenServer() {
  return process.platform === 'linux' && onPath('Xvfb');
}

/**
 * Runs `body` with a screen in memory of its own. Xvfb picks a free number itself and tells it when it is ready,
 * so that any number of runs can go on beside each other without a guess or a wait.
 *
 * @template T
 * @param {(env: { DISPLAY: string }) => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withScreen(body) {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2560x1440x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C reaches the app first, and the screen goes when the app has gone.
    detached: true,
  });
  const stop = () => void server.kill('SIGTERM');
  process.on('exit', stop);
  try {
    const number = await firstLine(server);
    say(`no window will be seen: running under Xvfb, display :${number}`);
    return await body({ DISPLAY: `:${number}` });
  } finally {
    process.off('exit', stop);
    stop();
  }
}

/** @param {import('node:child_process').ChildProcess} server */
function firstLine(server) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let number = '';
    server.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
    server.on('error', (error) => reject(new Refusal(`Xvfb could not be started: ${error.message}`)));
    server.on('exit', (code) => reject(new Refusal(`Xvfb ended with ${code}: ${complaint.trim()}`)));
    /** @type {import('node:stream').Readable} */ (server.stdio[3]).setEncoding('utf8').on('data', (text) => {
      number += text;
      if (number.includes('\n')) resolve(number.trim());
    });
  });
}
