export * from './contract.ts';
export * from './scopes.ts';
export * from './viewer.ts';
