import { initiateSet, type AdminCommand } from './initiate-replica-set.ts';

/** What a `mongod` answers: it takes a set only with its members, and is the primary a moment later. */
function mongod(isInitiated = false): AdminCommand & { readonly set: () => unknown } {
  let set: unknown = isInitiated ? 'as before' : undefined;
  let asked = 0;
  const command: AdminCommand = ({ replSetInitiate, hello }) => {
    if (hello !== undefined) {
      return Promise.resolve({ isWritablePrimary: set !== undefined && ++asked > 2 });
    }
    const { _id, members } = replSetInitiate as { _id?: string; members?: readonly object[] };
    if (set !== undefined) return refused(23, 'AlreadyInitialized');
    if (_id === undefined || members === undefined || members.length === 0)
      return refused(93, 'InvalidReplicaSetConfig');
    set = { _id, members };
    return Promise.resolve({ ok: 1 });
  };
  return Object.assign(command, { set: () => set });
}
const refused = (code: number, codeName: string) =>
  Promise.reject(Object.assign(new Error(codeName), { code, codeName }));

const set = { replicaSet: 'onewindow', host: '127.0.0.1:27017', patienceMs: 2_000 };

describe('the replica set of one', () => {
  it('is made with its member, and is writable afterwards', async () => {
    const server = mongod();
    await initiateSet(server, set);
    expect(server.set()).toEqual({
      _id: 'onewindow',
      members: [{ _id: 0, host: '127.0.0.1:27017' }],
    });
    expect(await server({ hello: 1 })).toEqual({ isWritablePrimary: true });
  });

  it('is left as it is where there is one', async () => {
    const server = mongod(true);
    await initiateSet(server, set);
    expect(server.set()).toBe('as before');
  });

  it('is refused where the server refuses it, and when no primary comes', async () => {
    await expect(initiateSet(() => refused(13, 'Unauthorized'), set)).rejects.toThrow(
      'Unauthorized',
    );
    const deaf: AdminCommand = () => Promise.resolve({ isWritablePrimary: false });
    await expect(initiateSet(deaf, { ...set, patienceMs: 60 })).rejects.toThrow('no primary');
  });
});
