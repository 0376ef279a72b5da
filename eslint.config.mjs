import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const layers = [
  ...['type:gateway', 'type:service', 'type:platform'].map((sourceTag) => ({
    sourceTag,
    onlyDependOnLibsWithTags: ['type:platform', 'type:contract', 'type:kernel', 'type:testing'],
  })),
  {
    sourceTag: 'type:infra',
    onlyDependOnLibsWithTags: [
      'type:infra',
      'type:platform',
      'type:contract',
      'type:kernel',
      'type:testing',
    ],
  },
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: ['type:platform', 'type:contract', 'type:kernel', 'type:testing'],
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:contract', 'type:kernel'] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'] },
  // fast-check is for the kernel's specs; its sources may import nothing at all, see below.
  {
    sourceTag: 'scope:kernel',
    onlyDependOnLibsWithTags: [],
    allowedExternalImports: ['fast-check'],
  },
  ...['items', 'windows', 'cases', 'supervision', 'disclosure'].map((service) => ({
    sourceTag: `scope:${service}`,
    onlyDependOnLibsWithTags: [`scope:${service}`, 'scope:shared'],
  })),
];

// Nx does not see an import of a package that has no exports: services and gateway are named here.
const programs = {
  regex: '^@onewindow/(items|windows|cases|supervision|disclosure|gateway)(/|$)',
  message: 'Services meet by a reference in the graph or an event on NATS, never by import.',
};
const harnesses = {
  regex: '^@onewindow/.+/testing$|^@onewindow/testing$',
  message: 'Test harnesses are for specs only.',
};
const inward = (allowed, message) => ({
  regex: `^(?!\\./|${allowed}|@onewindow/|node:|[a-z@])`,
  message,
});

const pure = {
  'no-restricted-globals': ['error', 'process', 'crypto', 'fetch', 'setTimeout'],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Take `at` from the command.' },
    { object: 'Math', property: 'random' },
    { object: 'process', property: 'env' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Take `at` from the command.',
    },
  ],
};

// Who is the same person is asked of libs/identity alone: two logins of one member of staff are one person.
const viewersId =
  'MemberExpression[property.name="id"]:matches([object.name="viewer"], [object.property.name="viewer"])';
const handmadePersons = [
  'MemberExpression[property.name="staffId"]',
  'ObjectPattern > Property[key.name="staffId"]:not([parent.parent.init.callee.name="personOf"])',
  `BinaryExpression[operator=/^[!=]=/] > ${viewersId}`,
  `CallExpression[callee.property.name=/^(includes|has|indexOf)$/] > ${viewersId}`,
].map((selector) => ({
  selector,
  message:
    'Ask personOf, isPerson, isOneOf or isKnownStaff of @onewindow/identity who somebody is.',
}));

// What is added to a command must not be stored for ever because nobody looked: an event names its fields.
const spreadIntoHistory = {
  selector: 'CallExpression[callee.name="accept"] > ObjectExpression > SpreadElement > Identifier',
  message: 'An event names its fields: what is spread into it is stored for ever.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/*.generated.ts',
      '**/node_modules/**',
      '**/*.mjs',
      '!eslint.config.mjs',
      '**/*.cjs',
      '.onewindow/**',
      // Read by `onewindow new`, in no project.
      'infra/cli/templates/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*/codegen.ts', '*/*/codegen.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@nx': nx, 'import-x': importX },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints: layers },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `const { type: _, ...rest }` is how a field is left out.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_$', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import-x/no-default-export': 'error',
      'max-lines': ['error', 300],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [programs, harnesses] }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env' }],
    },
  },
  // Written by a program, as long as base.graphql.
  { files: ['libs/subgraph/src/base-sdl.ts'], rules: { 'max-lines': 'off' } },
  {
    files: [
      '**/*.spec.ts',
      '**/test/**/*.ts',
      '**/testing/**/*.ts',
      'infra/e2e/**/*.ts',
      'infra/bench/**/*.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [programs] }] },
  },
  {
    files: ['services/*/src/**/*.ts', 'gateway/src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'services/*/src/{,*/}domain/**'],
    rules: { 'no-restricted-syntax': ['error', ...handmadePersons] },
  },
  {
    // They start programs, which take their environment from them.
    files: ['**/main.ts', 'infra/local/**/*.ts', 'infra/bench/**/*.ts', 'infra/e2e/**/*.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  { files: ['**/codegen.ts'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['libs/kernel/**/*.ts', 'libs/calendar/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: pure,
  },
  {
    files: ['libs/kernel/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^[^.]', message: 'The kernel imports only its own files.' }] },
      ],
    },
  },
  {
    files: ['services/*/src/{,*/}domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...pure,
      'no-restricted-syntax': [...pure['no-restricted-syntax'], spreadIntoHistory],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // A noun's domain may ask that of another noun and that of the whole service.
              regex: '^(?!\\./|(\\.\\./)+([a-z-]+/)?domain/|@onewindow/(kernel|calendar)$)',
              message:
                'domain/ imports only files of a domain/, @onewindow/kernel and @onewindow/calendar.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['services/*/src/{commands,queries,loaders}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            programs,
            harnesses,
            inward(
              '\\.\\./(domain|persistence|replicas|commands|queries|search|context|[a-z-]+/(domain/|[a-z-]+\\.kind\\.ts))',
              'Imports inside a service go inward only.',
            ),
          ],
        },
      ],
    },
  },
);
