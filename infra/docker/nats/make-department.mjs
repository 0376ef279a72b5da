// NATS_URL=nats://operator:…@host:4222 node infra/docker/nats/make-department.mjs <department id> [service …]
// Makes what a department's own programs read: the stream DEPT_<id>, filled with the events of what this department owns
// (from these services, all of them by default), and a durable on it. Prints the user for nats.conf, who may fetch from
// that durable, acknowledge, and nothing else. Run again, it changes nothing. The stream has as many copies as those it
// is filled from, so that one server will do where they have one; NATS_STREAM_REPLICAS says otherwise.
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
const url = process.env.NATS_URL ?? '';
if (!URL.canParse(url)) {
  process.stderr.write('NATS_URL is missing, as nats://operator:<password>@host:4222.\n');
  process.exit(1);
}
const address = new URL(url);
const given = process.env.NATS_STREAM_REPLICAS ?? '';
if (!/^[1-5]?$/.test(given)) {
  process.stderr.write('NATS_STREAM_REPLICAS is a number from 1 to 5.\n');
  process.exit(1);
}

const connection = await connect({
  servers: address.host,
  // A server without users wants none.
  ...(address.username !== '' && {
    user: decodeURIComponent(address.username),
    pass: decodeURIComponent(address.password),
  }),
});
const manager = await connection.jetstreamManager();
const infoOf = (name) =>
  manager.streams.info(name).catch((error) => {
    if (error.api_error?.err_code !== 10059) throw error;
  });
const sourceOf = (service) => `ONEWINDOW_${service.toUpperCase()}`;
const there = await infoOf(stream);
const source = await infoOf(sourceOf(services[0]));
if (source === undefined && there === undefined) {
  await connection.close();
  process.stderr.write(
    `There is no stream ${sourceOf(services[0])} yet: start its service first.\n`,
  );
  process.exit(1);
}
if (there === undefined) {
  await manager.streams.add({
    name: stream,
    // A department that never reads fills its own stream and nobody else's.
    max_age: 30 * 86_400 * 1e9,
    max_bytes: 1024 ** 3,
    discard: 'old',
    num_replicas: Number(given) || source.config.num_replicas,
    sources: services.map((service) => ({
      name: sourceOf(service),
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
