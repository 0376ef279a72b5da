import { readEnvironment } from './environment.ts';

const source = {
  MONGODB_URI: 'mongodb://localhost:27017/?replicaSet=rs0',
  NATS_URL: 'nats://localhost:4222',
  REQUEST_TOKEN_KEYS: 'k1:0123456789abcdef0123456789abcdef',
  JOURNAL_HMAC_KEY: '0123456789abcdef0123456789abcdef',
  PERSONAL_DATA_KEYS: `p:${Buffer.alloc(32, 7).toString('base64')}`,
};

describe('the environment of items', () => {
  it('is read whole', () => {
    expect(readEnvironment(source)).toMatchObject({
      mongo: { uri: source.MONGODB_URI },
      nats: { url: source.NATS_URL },
    });
  });

  it.each(Object.keys(source))('is refused without %s, which is named', (missing) => {
    expect(() => readEnvironment({ ...source, [missing]: undefined })).toThrow(missing);
  });
});
