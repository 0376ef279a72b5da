import { z } from 'zod';
import { contentInput } from './content-input.ts';

const onItem = {
  commandId: z.string().min(1).max(200).nullish(),
  id: z.string().min(1).max(100),
  expectedVersion: z.int().min(1).nullish(),
};
const words = z.string().trim().min(1).max(2000);

export const submitItemForReviewInput = z.object(onItem);
export const publishItemInput = z.object(onItem);
export const resumeItemInput = z.object(onItem);
export const suspendItemInput = z.object({ ...onItem, reason: words });
export const abolishItemInput = z.object({ ...onItem, reason: words });
export const enterItemInput = z.object({ ...onItem, centreId: z.string().min(1).max(100) });
export const reviewItemInput = z.object({
  ...onItem,
  decision: z.enum(['CONFIRM', 'REJECT']),
  opinion: words,
});
export const reviseItemInput = z.object({ ...onItem, reason: words, changes: contentInput });

export type OnItem = z.output<typeof submitItemForReviewInput>;
export type WithReason = z.output<typeof suspendItemInput>;
export type EnterItemInput = z.output<typeof enterItemInput>;
export type ReviewItemInput = z.output<typeof reviewItemInput>;
export type ReviseItemInput = z.output<typeof reviseItemInput>;
