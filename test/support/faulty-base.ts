/**
 * A database that ends its context, or runs out of space, at a step that the test names. It works
 * below Dexie, so that each of Dexie's calls counts.
 */
import type Dexie from 'dexie';
import type { DBCore, DBCoreTable } from 'dexie';

export class Faults {
  steps = 0;
  /** The first step that fails, as do all after it; null if none does. */
  from: number | null = null;
  name = 'AbortError';

  take(): void {
    this.steps++;
    if (this.from !== null && this.steps >= this.from)
      throw Object.assign(new Error(`failed at step ${this.steps}`), { name: this.name });
  }
}

/**
 * Each write of rows counts twice, because the fault can come before it, or after it but before the
 * result is known.
 */
export function withFaults<T extends Dexie>(base: T, faults: Faults): T {
  base.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core): DBCore => ({
      ...core,
      table: (name): DBCoreTable => {
        const table = core.table(name);
        return {
          ...table,
          mutate: async (request) => {
            faults.take();
            const answer = await table.mutate(request);
            faults.take();
            return answer;
          },
        };
      },
    }),
  });
  return base;
}
