import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { inRoot } from './lib/paths.mjs';
import { Refusal, say } from './lib/say.mjs';
import { installDependencies } from './setup/dependencies.mjs';

// `npm run -s gavel -- ARGS`: the command line from a checkout. Whatever it takes to build it, standard output carries
// the command's own result and nothing else.
const command = inRoot('out', 'cli', 'gavel.mjs');
try {
  await installDependencies({ quiet: true });
  await ensureBuilt({ only: ['cli'], quiet: true });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exit(1);
}

// npm changes to the checkout; file names on the command line are meant from where the person typed it.
if (process.env.npm_lifecycle_event === 'gavel' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

// In this process rather than in one of its own: a second start of Node would double the time of a short command.
process.argv[1] = command;
await import(pathToFileURL(command).href);
