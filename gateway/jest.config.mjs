import preset from '../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'gateway',
  setupFiles: ['<rootDir>/test/no-telemetry.mjs'],
};
