import { timeForReading } from '@onewindow/runtime';

/** For a read by the driver itself: it ends with its request's time. Throws as `timeForReading` does. */
export function inTime(): { readonly maxTimeMS?: number } {
  const maxTimeMS = timeForReading();
  return maxTimeMS === undefined ? {} : { maxTimeMS };
}
