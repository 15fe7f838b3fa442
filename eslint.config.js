import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** What no file may do; flat configuration replaces a rule's options, so every list below starts with this one. */
const everywhere = [
  ban('ExportDefaultDeclaration', 'Export by name: a default export is called something else in every importer.'),
  ban('TSEnumDeclaration', 'Use a union of string literals.'),
  ban("JSXAttribute[name.name='dangerouslySetInnerHTML']", 'Render elements; foreign HTML never reaches a page.'),
  ban('MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]', 'Render elements.'),
  ban("CallExpression[callee.property.name='insertAdjacentHTML']", 'Render elements.'),
  ban("CallExpression[callee.object.name='document'][callee.property.name='write']", 'Render elements.'),
  ban('ExportAllDeclaration', 'No barrels: import from the file that has it.'),
];
const ipc = ban(
  'ImportSpecifier[imported.name=/^ipc(Main|Renderer)$/]',
  'Only main/ipc.ts and main/preload.ts speak IPC.',
);
const shell = ban("ImportSpecifier[imported.name='shell']", 'Only main/mailer.ts hands anything to another program.');
const preferences = ban("Property[key.name='webPreferences']", 'Only main/confined.ts says what a page may do.');
const network = ban(
  'ImportSpecifier[imported.name=/^(net|autoUpdater|crashReporter)$/]',
  'Gavel opens no connection and reports nothing.',
);
const ofTheShell = [ipc, shell, preferences, network];

const clock = 'Take the time from `env`: the same record must give the same bytes.';
const chance = 'Take chance from `env`: the same input must give the same result.';
const domain = [
  ban("CallExpression[callee.object.name='Date'][callee.property.name='now']", clock),
  ban("NewExpression[callee.name='Date'][arguments.length=0]", clock),
  ban("CallExpression[callee.name='Date']", clock),
  ban("MemberExpression[object.name='Math'][property.name='random']", chance),
];

/** The same programs as `tsc` checks, so that lint and types never disagree about what a file may see. */
const programs = {
  '{*.config.ts,scripts/**/*.ts}': 'tsconfig.json',
  'shared/**/*.ts': 'shared/tsconfig.json',
  'main/**/*.ts': 'main/tsconfig.json',
  'main/preload.ts': 'main/tsconfig.preload.json',
  'renderer/**/*.{ts,tsx}': 'renderer/tsconfig.json',
  'e2e/**/*.ts': 'e2e/tsconfig.json',
  'bench/**/*.{ts,tsx}': 'bench/tsconfig.json',
  '{shared,main,renderer}/**/{*.test.{ts,tsx},testing/**/*.ts}': 'tsconfig.tests.json',
};

export default defineConfig(
  globalIgnores(['out/', 'dist/', '**/node_modules/', '**/*.{js,mjs,cjs}']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': restricted(...everywhere),
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'off',
      // Columns are counted in code points, which is what spreading a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Electron makes its windows itself and hands them out; the rule takes each of them for an impostor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  ...Object.entries(programs).map(([files, project]) => ({
    files: [files],
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
  })),
  {
    files: ['shared/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': restricted(...everywhere, ...domain) },
  },
  {
    files: ['main/**/*.ts'],
    rules: { 'no-restricted-syntax': restricted(...everywhere, ...ofTheShell) },
  },
  ...[
    { files: ['main/ipc.ts', 'main/preload.ts'], allowed: ipc },
    { files: ['main/mailer.ts'], allowed: shell },
    { files: ['main/confined.ts'], allowed: preferences },
  ].map(({ files, allowed }) => ({
    files,
    rules: { 'no-restricted-syntax': restricted(...everywhere, ...ofTheShell.filter((rule) => rule !== allowed)) },
  })),
  {
    files: ['{shared,main,renderer}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport'].map((name) => ({
          name,
          message: 'Gavel opens no connection.',
        })),
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest']],
  },
  {
    // Programs that talk to a terminal.
    files: ['main/cli/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A test's table may be long, and what it has just made it may take for granted.
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts', 'bench/**/*.ts', '**/testing/**'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Read by tools that ask for a default export.
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);

/**
 * @param {string} selector
 * @param {string} message
 */
function ban(selector, message) {
  return { selector, message };
}

/**
 * @param {...ReturnType<typeof ban>} bans
 * @returns {['error', ...ReturnType<typeof ban>[]]}
 */
function restricted(...bans) {
  return ['error', ...bans];
}
