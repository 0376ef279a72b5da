import { connect, type ConsumerInfo } from 'nats';
import { until, type StartedService } from '@onewindow/service/testing';

/** The durable that makes notices: `forgotten`, it hears the whole stream again; `done`, it has handled all of it. */
export async function withNoticesDurable(
  cases: StartedService,
  work: 'forget' | 'handled',
): Promise<void> {
  const connection = await connect({ servers: cases.nats.url });
  try {
    const manager = await connection.jetstreamManager();
    const mine = async () => {
      const found: { readonly stream: string; readonly info: ConsumerInfo }[] = [];
      for await (const stream of manager.streams.names())
        for await (const info of manager.consumers.list(stream))
          if (info.name.includes('cases-notices')) found.push({ stream, info });
      return found;
    };
    if (work === 'forget')
      for (const { stream, info } of await mine())
        await manager.consumers.delete(stream, info.name);
    else
      await until(async () => {
        const all = await mine();
        return (
          all.length > 0 &&
          all.every(({ info }) => info.num_pending === 0 && info.num_ack_pending === 0)
        );
      });
  } finally {
    await connection.close();
  }
}
