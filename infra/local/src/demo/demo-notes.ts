import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant, type Instant } from '@onewindow/kernel';

/** The number and the query code of an application, as they stand on its receipt. */
export interface Receipt {
  readonly receiptNumber: string;
  readonly queryCode: string;
}

/** What is noted of the demo beside its data: how far loading is, and what can't be asked for a second time. */
export interface DemoNotes {
  readonly isComplete: () => boolean;
  readonly complete: () => void;
  /** When this centre was loaded first: its past ends there, also when the load goes on another day. */
  readonly anchor: () => Instant | null;
  readonly beginAt: (anchor: Instant) => void;
  readonly receipt: () => Receipt | null;
  readonly keepReceipt: (receipt: Receipt) => void;
}

export function createDemoNotes(data: string): DemoNotes {
  const complete = join(data, 'demo-loaded');
  const anchor = join(data, 'demo-anchor');
  const receipt = join(data, 'demo-receipt.json');
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
  return {
    isComplete: () => existsSync(complete),
    complete: () => {
      writeFileSync(complete, '');
    },
    anchor: () => {
      const text = read(anchor);
      return text === null ? null : instant(text);
    },
    beginAt: (at) => {
      writeFileSync(anchor, at);
    },
    receipt: () => {
      const text = read(receipt);
      return text === null ? null : (JSON.parse(text) as Receipt);
    },
    keepReceipt: (kept) => {
      writeFileSync(receipt, JSON.stringify(kept));
    },
  };
}
