/**
 * The names of the built-in list for pages. The extension ships them as a script, which a tab loads
 * without a message to the background. If a newer version of the list has other names, they are
 * compiled once and sent to each page like the names of other lists.
 */
import * as v from 'valibot';
import { digestText } from '../core/digest.ts';
import { slicesOf } from '../core/slices.ts';
import { BUILT_IN } from '../knowledge/model/ids.ts';
import { compileSteps } from '../match/names/compile.ts';
import { NAMES_FORMAT, type CompiledNames } from '../match/names/compiled-names.ts';
import { encodeNames } from '../match/names/serialize.ts';
import { hanReady } from '../match/text/simplify-chinese.ts';
import type { Base, StoredList } from '../store/db.ts';
import { readList } from '../store/lists/read-records.ts';

/** The names that came with the extension. */
export interface PackagedNames {
  version: number;
  /** The digest of the encoded names. */
  digest: string;
}

/** The names of the built-in list if an update has replaced those of the package. */
export interface NewerNames {
  /** When it differs, pages ask for the names again. */
  state: string;
  /**
   * Encoded; null if the list has the same names as the script, and until the names are compiled.
   */
  names: string | null;
}

/**
 * The names compiled for one generation of the list. Another version of the extension may have
 * stored another format.
 */
const Compiled = v.object({ format: v.literal(NAMES_FORMAT), digest: v.string(), text: v.string() });

export class BuiltInNames {
  readonly #base: Base;
  readonly #packaged: PackagedNames;
  readonly #compiled: () => void;
  #held: Promise<NewerNames | null> | null = null;
  #compiling: Promise<void> | null = null;

  /** `compiled` is called once newly compiled names can be read. */
  constructor(base: Base, packaged: PackagedNames, compiled: () => void) {
    this.#base = base;
    this.#packaged = packaged;
    this.#compiled = compiled;
  }

  /** Null if the list in use is the one that came with the extension. */
  read(): Promise<NewerNames | null> {
    this.#held ??= this.#find().catch((error: unknown) => {
      this.#held = null;
      throw error;
    });
    return this.#held;
  }

  /** Call after another version of the list was put into use. */
  forget(): void {
    this.#held = null;
  }

  async #find(): Promise<NewerNames | null> {
    const header = await this.#base.lists.get(BUILT_IN);
    if (!header || header.version <= this.#packaged.version) return null;
    const { generation } = header;
    const stored = v.safeParse(Compiled, (await this.#base.names.get([BUILT_IN, generation]))?.names);
    if (stored.success) {
      const { digest, text } = stored.output;
      return { state: `${generation} ${digest}`, names: digest === this.#packaged.digest ? null : text };
    }
    // Compiling takes seconds, so no page waits for it.
    if (this.#compiling === null)
      this.#compiling = this.#compile(header)
        .catch((error: unknown) => console.error('The names of the built-in list were not compiled', error))
        .finally(() => {
          this.#compiling = null;
        });
    return { state: String(generation), names: null };
  }

  async #compile({ generation }: StoredList): Promise<void> {
    await hanReady();
    const found = await readList(this.#base, BUILT_IN);
    if (found?.header.generation !== generation) return this.forget();
    const { topics, countries } = found.header;
    const text = encodeNames(await inSlices({ id: BUILT_IN, entries: found.records.entries, topics, countries }));
    await this.#base.transaction('rw', this.#base.lists, this.#base.names, async () => {
      if ((await this.#base.lists.get(BUILT_IN))?.generation !== generation) return;
      const names: v.InferOutput<typeof Compiled> = { format: NAMES_FORMAT, digest: digestText(text), text };
      await this.#base.names.put({ list: BUILT_IN, generation, names });
    });
    this.forget();
    this.#compiled();
  }
}

/** Compiles in slices, so that requests for cards are answered in between. */
async function inSlices(list: Parameters<typeof compileSteps>[0]): Promise<CompiledNames> {
  const work = compileSteps(list);
  const compiled: CompiledNames[] = [];
  const next = () => {
    const step = work.next();
    if (step.done) compiled.push(step.value);
    return step;
  };
  await slicesOf(new AbortController().signal).run({ next });
  const [names] = compiled;
  if (!names) throw new Error('compiling was not finished');
  return names;
}
