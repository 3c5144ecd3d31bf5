/**
 * A database that ends its context, or runs out of room, at a step that the test names: below
 * Dexie, so that each of its calls counts.
 */
import type Dexie from 'dexie';
import type { DBCore, DBCoreTable } from 'dexie';

export class Faults {
  steps = 0;
  /** The step that fails and every one after it; null: none does. */
  from: number | null = null;
  name = 'AbortError';

  take(): void {
    this.steps++;
    if (this.from !== null && this.steps >= this.from)
      throw Object.assign(new Error(`failed at step ${this.steps}`), { name: this.name });
  }
}

/**
 * Each writing of rows counts twice: the fault can come before it, or after it and before anybody
 * learned of it.
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
