/** Opens the store of the user's own data with the real database, clock and random numbers. */
import { OwnStore } from './own-store.ts';
import { OwnBase } from './terms-db.ts';

const UINT32_SIZE = 2 ** 32;

/** In [0, 1), from the cryptographic source: ids must not repeat across devices. */
export const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / UINT32_SIZE;

export const openOwnStore = (): OwnStore => new OwnStore(new OwnBase(), { now: Date.now, random: chance });
