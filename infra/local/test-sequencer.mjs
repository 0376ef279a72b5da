// Jest goes by the times of an earlier run and, in a fresh clone, by size; but what takes minutes is small.
import TestSequencer from '@jest/test-sequencer';
import { slowestFirst } from './setup/slowest-first.mjs';

export default class extends TestSequencer {
  async sort(tests) {
    return slowestFirst(await super.sort(tests));
  }
}
