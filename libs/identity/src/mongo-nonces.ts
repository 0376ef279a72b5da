import type { NonceStore } from './contract.ts';

export interface NonceDocument {
  readonly _id: string;
  readonly expiresAt: Date;
}

/** What is needed of a driver's collection. */
export interface NonceCollection {
  insertOne(
    document: NonceDocument,
    options: { readonly writeConcern: { readonly w: 'majority' } },
  ): Promise<unknown>;
  createIndex(
    keys: { readonly expiresAt: 1 },
    options: { readonly expireAfterSeconds: number },
  ): Promise<unknown>;
}

export interface SharedNonces extends NonceStore {
  /** Makes the index by which the database forgets; to be awaited before the first claim. */
  prepare(): Promise<void>;
}

const DUPLICATE = 11000;

/**
 * Nonces shared by replicas: the unique `_id` decides who was first. The database forgets up to a
 * minute late, which refuses nothing more, as nonces are not used twice. An outage throws.
 */
export function createMongoNonces(collection: NonceCollection): SharedNonces {
  return {
    async prepare() {
      await collection.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
    },
    async claim(nonce, expiresAt) {
      try {
        await collection.insertOne({ _id: nonce, expiresAt }, { writeConcern: { w: 'majority' } });
        return true;
      } catch (cause) {
        if ((cause as { code?: unknown }).code === DUPLICATE) return false;
        throw cause;
      }
    },
  };
}
