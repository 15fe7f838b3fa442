import { run } from '../../commands/run';

/** Leaves the top layer; what was typed in it stays as its draft. */
export function close(): void {
  void run('layer.close');
}
