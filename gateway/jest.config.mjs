import preset from '../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'gateway',
  setupFiles: ['<rootDir>/test/no-telemetry.mjs'],
  globals: {
    GATEWAY_EXECUTOR: process.env.GATEWAY_EXECUTOR,
    DIFFERENTIAL_OPERATIONS: Number(process.env.DIFFERENTIAL_OPERATIONS ?? 1_500),
  },
};
