import * as parser from '@typescript-eslint/parser';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';

// What oxlint can't say: bans by selector, and React's own rules. Every other rule is in .oxlintrc.json.

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
const uncleaned = ban(
  "ImportDeclaration[source.value='@playwright/test'] > ImportSpecifier[imported.name='test']",
  'Take `test` from e2e/support/cleanup.ts, or what a test leaves stays.',
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

export default defineConfig(
  globalIgnores(['out/', 'dist/', '**/node_modules/', '**/*.{js,mjs,cjs}']),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'no-restricted-syntax': restricted(...everywhere) },
  },
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
    files: ['e2e/**/*.ts'],
    // these start no app of the checkout
    ignores: ['e2e/support/cleanup.ts', 'e2e/packaged.spec.ts', 'e2e/**/*.full.ts'],
    rules: { 'no-restricted-syntax': restricted(...everywhere, uncleaned) },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest']],
    // A word to the React Compiler, which we don't use.
    rules: { 'react-hooks/incompatible-library': 'off' },
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
