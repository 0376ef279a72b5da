import { createHmac } from 'node:crypto';

/** The blind index of an ID number, as the services' vaults compute it to find its owner's rows. */
export function blindIndex(value: string, secret: string): string {
  return createHmac('sha256', secret).update(value.trim().toUpperCase()).digest('base64');
}
