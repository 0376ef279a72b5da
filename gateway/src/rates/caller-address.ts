import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Who between a caller and us is believed when he says who the caller is, by `x-forwarded-for`. */
export type TrustedProxies =
  /** So many proxies, each of which adds a line. 0: nobody is believed. */
  | { readonly hops: number }
  /** Those at these addresses: `10.0.0.0/8`, `fd00::/8`, `192.0.2.7`. */
  | { readonly ranges: readonly string[] };

/**
 * The address that a request is counted by. What a caller writes himself into the header is never believed. An IPv6
 * address stands for its network (/64), as one home or office has all of it.
 */
export function createAddressOf(trusted: TrustedProxies): (request: AddressedRequest) => string {
  const isTrusted = trustOf(trusted);
  return ({ socket, headers }) => {
    let address = plain(socket.remoteAddress ?? '');
    const forwarded = headers['x-forwarded-for'];
    if (forwarded === undefined) return networkOf(address);
    const told = forwarded.toString().split(',').reverse();
    for (let hop = 0; hop < told.length && isTrusted(address, hop); hop += 1) {
      const next = plain(told[hop]?.trim() ?? '');
      if (isIP(next) === 0) break;
      address = next;
    }
    return networkOf(address);
  };
}

export type AddressedRequest = Pick<IncomingMessage, 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

/** An address, or a range of them as `address/bits`. */
export function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

function trustOf(trusted: TrustedProxies): (address: string, hop: number) => boolean {
  if ('hops' in trusted) return (_, hop) => hop < trusted.hops;
  const list = new BlockList();
  for (const range of trusted.ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(
      address,
      bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits),
      family,
    );
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** An IPv4 address that came by IPv6 is that IPv4 address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
