import { parseBrokerAddress } from './broker-address.ts';

it('reads one address', () => {
  expect(parseBrokerAddress('nats://127.0.0.1:4222')).toEqual({ servers: ['127.0.0.1:4222'] });
});

it('reads a cluster with credentials', () => {
  expect(parseBrokerAddress('nats://items:p%40ss@one:4222, nats://two:4222')).toEqual({
    servers: ['one:4222', 'two:4222'],
    user: 'items',
    pass: 'p@ss',
  });
});

it('asks for TLS where the address does', () => {
  expect(parseBrokerAddress('tls://one:4222')).toMatchObject({ tls: {} });
});
