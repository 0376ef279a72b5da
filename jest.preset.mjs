// ESM sources, run by Jest as CommonJS through swc. `jose` and `oidc-provider` exist as ESM only.
const esmOnly = ['jose', 'oidc-provider', 'fast-jwt'];

export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['onewindow-source', 'node', 'node-addons'] },
  testMatch: ['<rootDir>/{src,test}/**/*.spec.ts'],
  testTimeout: 60_000,
  transform: {
    '^.+\\.(m?[jt]s)$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
