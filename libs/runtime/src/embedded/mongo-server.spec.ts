import { mongodArguments, secantusArguments } from './mongo-server.ts';
import { natsConfiguration } from './nats-server.ts';

it('mongod is a replica set of one on this machine only', () => {
  expect(mongodArguments(27_000, '/data').join(' ')).toBe(
    '--bind_ip 127.0.0.1 --port 27000 --dbpath /data --replSet onewindow --quiet',
  );
});

it('the embedded database syncs each commit', () => {
  expect(secantusArguments(27_000, '/data')).toContain('--sync-on-commit');
});

it('the broker syncs each message, wherever its store lies', () => {
  const configuration = natsConfiguration(4_222, 'C:\\one window\\"x"');
  expect(configuration).toContain('sync_interval: always');
  expect(configuration).toContain('listen: "127.0.0.1:4222"');
  expect(configuration).toContain('store_dir: "C:\\\\one window\\\\\\"x\\""');
});
