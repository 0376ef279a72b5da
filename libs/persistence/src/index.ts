export * from './aggregate-type.ts';
export * from './journal.ts';
export * from './personal-data.ts';
export * from './query-shape.ts';
