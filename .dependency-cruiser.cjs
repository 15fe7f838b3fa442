/**
 * Who may import whom: the house of ARCHITECTURE.md as rules, type-only imports included. Each rule's comment says what
 * to do instead. `npm run check` also fails if a file of the house was not looked at.
 */

const TESTS = '[.]test[.]tsx?$|/testing/';
const PACKAGES = 'node_modules';

/**
 * A rule for the code of one place; tests may import what they like within their own house.
 *
 * @param {string} name
 * @param {string} comment
 * @param {string | string[]} place
 * @param {object} to
 */
const rule = (name, comment, place, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: place, pathNot: TESTS },
  to,
});

/**
 * Floors of a house, from the ground. A file may name its own floor and those below it, never one above.
 *
 * @param {string} house
 * @param {Record<string, { floor: string; below: string[] }>} floors
 */
const floorRules = (house, floors) =>
  Object.entries(floors).map(([name, { floor, below }]) =>
    rule(
      `${house}/${name}`,
      `${house}/${name} stands on ${below.join(', ') || 'nothing'}; move what is shared down, or turn the import round.`,
      floor,
      { path: `^${house}/`, pathNot: [floor, ...below.map((it) => floors[it].floor)] },
    ),
  );

// result.ts and env.ts, and any other single file that knows nothing of a record, are the ground of the domain.
const SHARED_GROUND = '^shared/(?!ipc[.]ts$)[^/]+$';
const toRecord = ['ground', 'record'];
const toSession = [...toRecord, 'session', 'file'];
const toConsensus = [...toSession, 'consensus', 'capture'];
const inShared = {
  ground: { floor: SHARED_GROUND, below: [] },
  record: { floor: '^shared/record/', below: ['ground'] },
  session: { floor: '^shared/session/', below: [...toRecord, 'file'] },
  file: { floor: '^shared/file/', below: [...toRecord, 'session'] },
  consensus: { floor: '^shared/consensus/', below: [...toSession, 'capture'] },
  capture: { floor: '^shared/capture/', below: [...toSession, 'consensus'] },
  summary: { floor: '^shared/summary/', below: toConsensus },
  projector: { floor: '^shared/projector/', below: toConsensus },
  // These two stand apart: they know no session, and what they find enters it through commands, as any act does.
  thread: { floor: '^shared/thread/', below: ['ground'] },
  maintainers: { floor: '^shared/maintainers/', below: ['ground'] },
};

const inRenderer = {
  components: { floor: '^renderer/(components|styles)/', below: [] },
  bridge: { floor: '^renderer/bridge([.]ts$|/)', below: [] },
  record: { floor: '^renderer/record/', below: ['bridge'] },
  store: { floor: '^renderer/store/', below: ['bridge', 'record'] },
  commands: { floor: '^renderer/commands/', below: ['bridge', 'record', 'store'] },
  // A view reads the store and runs commands: never the database, never the shell.
  views: { floor: '^renderer/views/', below: ['components', 'store', 'commands'] },
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The file or package is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },

    // Between the houses.
    rule('shared-alone', 'The domain imports only itself and small pure packages.', '^shared/', {
      pathNot: ['^shared/', PACKAGES],
      dependencyTypesNot: ['core'],
    }),
    rule('shared-no-node', 'The domain knows no platform: pass it in through `env`.', '^shared/', {
      dependencyTypes: ['core'],
    }),
    rule('shared-no-ui', 'The domain knows no user interface, database or shell.', '^shared/', {
      path: `${PACKAGES}/(@?react|zustand|dexie|electron|tinykeys|@tanstack|@fontsource)`,
    }),
    rule('main-not-renderer', 'The shell speaks with a page through shared/ipc.ts only.', '^main/', {
      path: '^(renderer|e2e|bench|scripts)/',
    }),
    rule('main-no-packages', 'The shell imports the domain, Electron and Node.', '^main/', {
      path: PACKAGES,
      pathNot: `${PACKAGES}/electron/`,
    }),
    rule('preload-thin', 'The preload passes on; it imports electron and shared/ipc.ts.', '^main/preload[.]ts$', {
      pathNot: ['^shared/ipc[.]ts$', `${PACKAGES}/electron/`],
    }),
    rule(
      'no-network',
      'Gavel opens no connection; a mail program sends what is to be sent.',
      '^(shared|main|renderer)/',
      {
        path: '^(node:)?(http|https|http2|net|tls|dgram|dns|inspector)(/|$)',
        dependencyTypes: ['core'],
      },
    ),
    rule('cli-no-electron', 'The command line runs on Node, where there is no Electron.', '^main/cli/', {
      path: `${PACKAGES}/electron/`,
      reachable: true,
    }),
    rule('electron-in-main', 'Only the shell knows Electron.', '^(shared|renderer|scripts)/', {
      path: `${PACKAGES}/electron/`,
    }),
    rule('renderer-not-main', 'A page speaks with the shell through its bridge.', '^renderer/', {
      path: '^(main|e2e|bench|scripts)/',
    }),
    rule('renderer-no-node', 'A page has no Node.', '^renderer/', { dependencyTypes: ['core'] }),
    rule('dexie-in-record', 'Only renderer/record knows the database.', '^renderer/(?!record/)', {
      path: `${PACKAGES}/dexie`,
    }),
    rule('record-no-react', 'The database knows no user interface.', '^renderer/(record|bridge)', {
      path: `${PACKAGES}/(@?react|zustand)`,
    }),
    rule('e2e-from-outside', 'An end-to-end test sees what a user sees; of our code it may know shared/.', '^e2e/', {
      path: '^(main|renderer|bench|scripts)/',
    }),
    rule('tools-are-tools', 'Nothing that ships imports a tool.', '^(shared|main|renderer)/', {
      dependencyTypes: ['npm-dev'],
      pathNot: [`${PACKAGES}/electron/`, `${PACKAGES}/@types/`],
    }),
    rule('packages-are-named', 'Name the package in package.json.', '^(shared|main|renderer|e2e|bench)/', {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
    }),

    // Within a house.
    ...floorRules('shared', inShared),
    rule('shared-ipc-on-top', 'The contract names the domain; the domain does not name the contract.', '^shared/.+/', {
      path: '^shared/ipc[.]ts$',
    }),
    ...floorRules('renderer', inRenderer),
  ],
  options: {
    doNotFollow: { path: PACKAGES },
    // Type-only imports are imports: a type that points up is the first step of a call that does.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
