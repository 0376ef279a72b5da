import { createAddressOf, isRange, type TrustedProxies } from './caller-address.ts';

const asked = (trusted: TrustedProxies, remoteAddress: string, forwarded?: string) =>
  createAddressOf(trusted)({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  });

it('believes nobody by default, whatever the header says', () => {
  expect(asked({ hops: 0 }, '192.0.2.1', '198.51.100.7')).toBe('192.0.2.1');
});

it('believes as many proxies as there are, and never what the caller himself wrote', () => {
  const forwarded = '203.0.113.99, 198.51.100.7, 10.0.0.2';
  expect(asked({ hops: 1 }, '10.0.0.1', forwarded)).toBe('10.0.0.2');
  expect(asked({ hops: 2 }, '10.0.0.1', forwarded)).toBe('198.51.100.7');
  expect(asked({ hops: 2 }, '10.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
});

it('believes proxies by their addresses', () => {
  const trusted = { ranges: ['10.0.0.0/8', 'fd00::/8'] };
  expect(asked(trusted, '10.0.0.1', '203.0.113.99, 198.51.100.7, 10.9.9.9')).toBe('198.51.100.7');
  expect(asked(trusted, '::ffff:10.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
  expect(asked(trusted, 'fd12::1', '198.51.100.7')).toBe('198.51.100.7');
  expect(asked(trusted, '192.0.2.1', '198.51.100.7')).toBe('192.0.2.1');
});

it('stays with what it knows where the header is no address', () => {
  expect(asked({ hops: 3 }, '10.0.0.1', '198.51.100.7, unknown')).toBe('10.0.0.1');
});

it('takes the network of an IPv6 address for the address', () => {
  const one = asked({ hops: 0 }, '2001:db8:0:7::1');
  expect(asked({ hops: 0 }, '2001:0DB8:0:0007:ffff:ffff:ffff:ffff')).toBe(one);
  expect(asked({ hops: 0 }, '2001:db8:0:8::1')).not.toBe(one);
  expect(asked({ hops: 0 }, '::1')).toBe('0:0:0:0::/64');
});

it('knows ranges from what is none', () => {
  expect(['10.0.0.0/8', '192.0.2.1', 'fd00::/8'].every(isRange)).toBe(true);
  expect(['10.0.0.0/33', '10.0.0/8', 'fd00::/129', 'proxy', '1.2.3.4/8/8', ''].some(isRange)).toBe(
    false,
  );
});
