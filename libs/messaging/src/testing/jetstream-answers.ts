import { connect } from 'nats';

/** A client connects and JetStream tells of its account: an open port is not enough. */
export async function jetStreamAnswers(url: string): Promise<boolean> {
  const connection = await connect({ servers: url, reconnect: false, timeout: 1_000 });
  try {
    await (await connection.jetstreamManager()).getAccountInfo();
    return true;
  } finally {
    await connection.close();
  }
}
