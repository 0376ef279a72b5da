// NATS_URL=nats://operator:…@host:4222 node infra/docker/nats/make-department.mjs <department id> [service …]
// Makes what a department's own programs read: the stream DEPT_<id>, filled with the events of what this department owns
// (from these services, all of them by default), and a durable on it. Prints the user for nats.conf, who may fetch from
// that durable, acknowledge, and nothing else. Run again, it changes nothing.
import { connect } from 'nats';

const [department = '', ...named] = process.argv.slice(2);
if (!/^[0-9a-f-]{36}$/.test(department)) {
  process.stderr.write('The id of the department is missing: the graph tells it.\n');
  process.exit(1);
}
const services =
  named.length > 0 ? named : ['items', 'windows', 'cases', 'supervision', 'disclosure'];
const stream = `DEPT_${department}`;
const durable = 'reader';
const address = new URL(process.env.NATS_URL ?? '');

const connection = await connect({
  servers: address.host,
  user: address.username,
  pass: address.password,
});
const manager = await connection.jetstreamManager();
const there = await manager.streams.info(stream).catch((error) => {
  if (error.api_error?.err_code !== 10059) throw error;
});
if (there === undefined) {
  await manager.streams.add({
    name: stream,
    // A department that never reads fills its own stream and nobody else's.
    max_age: 30 * 86_400 * 1e9,
    max_bytes: 1024 ** 3,
    discard: 'old',
    num_replicas: 3,
    sources: services.map((service) => ({
      name: `ONEWINDOW_${service.toUpperCase()}`,
      filter_subject: `onewindow.${service}.*.*.*.${department}`,
    })),
  });
}
await manager.consumers.add(stream, {
  durable_name: durable,
  ack_policy: 'explicit',
  ack_wait: 60 * 1e9,
  // Its next try comes later each time.
  backoff: [1, 10, 60].map((seconds) => seconds * 1e9),
  max_deliver: -1,
});
await connection.close();

process.stdout.write(`{ user: "${stream}", password: $DEPT_NATS_PASSWORD, permissions: {
  publish: ["$JS.API.CONSUMER.INFO.${stream}.${durable}", "$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}", "$JS.ACK.${stream}.${durable}.>"]
  subscribe: ["_INBOX_${department}.>"] } }
`);
