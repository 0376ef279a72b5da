import preset from '../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'gateway',
  setupFiles: ['<rootDir>/test/no-telemetry.mjs'],
  globals: {
    // A worker gets globals as JSON, which leaves out what is undefined.
    GATEWAY_EXECUTOR: process.env.GATEWAY_EXECUTOR ?? null,
    DIFFERENTIAL_OPERATIONS: Number(process.env.DIFFERENTIAL_OPERATIONS ?? 10_000),
  },
};
