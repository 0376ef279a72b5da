import type { ConnectionOptions } from 'nats';

/**
 * The client's options for `nats://[user:password@]host:port`, several of them with commas between.
 * The client itself doesn't read credentials from an address.
 */
export function parseBrokerAddress(
  address: string,
): Pick<ConnectionOptions, 'servers' | 'user' | 'pass' | 'tls'> {
  const urls = address.split(',').map((part) => new URL(part.trim()));
  const named = urls.find((url) => url.username !== '');
  return {
    servers: urls.map((url) => url.host),
    ...(named && {
      user: decodeURIComponent(named.username),
      pass: decodeURIComponent(named.password),
    }),
    ...(urls.some((url) => url.protocol === 'tls:') && { tls: {} }),
  };
}
