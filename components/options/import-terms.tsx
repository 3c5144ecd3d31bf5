/** The import of terms from a file: how many would be added, what is refused, and the progress. */
import { useId, useState } from 'preact/hooks';
import type { Translate } from '../../lib/i18n/translate.ts';
import { NotAList } from '../../lib/formats/list-format.ts';
import { hasNames } from '../../lib/formats/column-mapping.ts';
import type { Mapping, TableSample } from '../../lib/formats/mapping-model.ts';
import { fileText } from '../../lib/formats/file-text.ts';
import { isZip } from '../../lib/formats/file-kind.ts';
import { decodeAs, type Encoding } from '../../lib/formats/text-encoding.ts';
import { ColumnMapping } from '../lists/column-mapping.tsx';
import { applyImport, planImport, type Flaw, type ImportPlan } from '../../lib/terms/import-terms.ts';
import type { OwnStore, StoredTerm } from '../../lib/terms/own-store.ts';
import { problemWords } from '../../lib/subscriptions/list-words.ts';
import { problemOf } from '../../lib/subscriptions/update-list.ts';
import { Notice, type NoticeText } from '../notice.tsx';

interface ImportProps {
  t: Translate;
  store: OwnStore;
  terms: readonly StoredTerm[];
  newId: () => string;
  changed: () => void;
}

type State =
  | { at: 'idle' }
  | { at: 'bad'; words: string }
  | { at: 'sample'; sample: Sample }
  | { at: 'busy'; done: number; all: number }
  | { at: 'done'; plan: ImportPlan };
/**
 * A file whose encoding was guessed, with a preview of its text. Nothing is added until the user
 * confirms.
 */
interface Sample {
  name: string;
  bytes: Uint8Array;
  encoding: Encoding;
  possible: readonly Encoding[];
  mapping: Mapping | undefined;
  plan: ImportPlan;
}
const SAMPLE_TERMS = 5;

/** The most faults that get a line each. */
const MAX_FAULTS_SHOWN = 100;

/** A plan without terms: the user must choose the column of names first. */
const askFor = (table: TableSample): ImportPlan => ({
  changes: [],
  added: 0,
  changed: 0,
  same: 0,
  flaws: [],
  ignored: [],
  table,
});

export function ImportTerms({ t, store, terms, newId, changed }: ImportProps) {
  const id = useId();
  const [state, setState] = useState<State>({ at: 'idle' });
  const planOf = (text: string, mapping?: Mapping) =>
    planImport(
      text,
      terms.map(({ term }) => term),
      newId,
      mapping,
    );
  const attempt = (name: string, work: () => Promise<void>) =>
    void work().catch((error: unknown) => {
      const why = error instanceof NotAList ? problemWords(problemOf(error).problem, t) : String(error);
      setState({ at: 'bad', words: t('own_import_bad', name, why) });
    });
  const take = async (plan: ImportPlan) => {
    setState({ at: 'busy', done: 0, all: plan.changes.length });
    await applyImport(
      plan,
      (changes) => store.putTerms(changes),
      (done) => setState({ at: 'busy', done, all: plan.changes.length }),
    );
    setState({ at: 'done', plan });
    changed();
  };
  const read = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { text, encoding, isCertain, possible } = await fileText(bytes, navigator.language);
    const sample = { name: file.name, bytes, encoding, possible, mapping: undefined };
    const plan = await planOf(text).catch((error: unknown) => {
      if (error instanceof NotAList && error.table) return askFor(error.table);
      throw error;
    });
    // The user may want a column that we did not recognise.
    const isClear = plan.table === null || (plan.ignored.length === 0 && hasNames(plan.table));
    if (isCertain && isClear) await take(plan);
    else setState({ at: 'sample', sample: { ...sample, plan } });
  };
  const readAs = async (sample: Sample, more: Partial<Pick<Sample, 'encoding' | 'mapping'>>) => {
    const { bytes, encoding, mapping } = { ...sample, ...more };
    const text = isZip(bytes) ? (await fileText(bytes, navigator.language)).text : decodeAs(bytes, encoding);
    const plan = await planOf(text, mapping);
    setState({ at: 'sample', sample: { ...sample, encoding, mapping, plan } });
  };
  return (
    <>
      <label class="btn line" for={id}>
        {t('own_import')}
      </label>
      <input
        id={id}
        class="vh"
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,.json,text/csv,application/json"
        disabled={state.at === 'busy'}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) attempt(file.name, () => read(file));
          event.currentTarget.value = '';
        }}
      />
      {state.at === 'sample' && (
        <SampleOf
          t={t}
          sample={state.sample}
          choose={(encoding) => attempt(state.sample.name, () => readAs(state.sample, { encoding }))}
          read={(mapping) => attempt(state.sample.name, () => readAs(state.sample, { mapping }))}
          take={() => attempt(state.sample.name, () => take(state.sample.plan))}
          cancel={() => setState({ at: 'idle' })}
        />
      )}
      {state.at === 'busy' && (
        <span class="own-import">
          <progress value={state.done} max={state.all} aria-label={t('own_importing')} />{' '}
          {t('own_import_step', state.done, state.all)}
        </span>
      )}
      <Notice said={saidOf(state, t)} />
      {state.at === 'done' && state.plan.ignored.length > 0 && (
        <p class="hint">{t('own_import_ignored', state.plan.ignored.join(', '))}</p>
      )}
      {state.at === 'done' &&
        [true, false].map((refused) => (
          <Flaws
            key={String(refused)}
            t={t}
            refused={refused}
            flaws={state.plan.flaws.filter((flaw) => flaw.refused === refused)}
          />
        ))}
    </>
  );
}

interface SampleProps {
  t: Translate;
  sample: Sample;
  choose: (encoding: Encoding) => void;
  read: (mapping: Mapping | undefined) => void;
  take: () => void;
  cancel: () => void;
}

function SampleOf({ t, sample: { encoding, possible, plan }, choose, read, take, cancel }: SampleProps) {
  const shown = plan.changes.slice(0, SAMPLE_TERMS).map(({ term }) => term);
  return (
    <section class="own-flaws" role="status">
      {possible.length > 1 && <p>{t('own_import_sample')}</p>}
      <label hidden={possible.length < 2}>
        {t('own_import_encoding')}{' '}
        <select
          value={encoding}
          onChange={(event) => {
            const chosen = possible.find((one) => one === event.currentTarget.value);
            if (chosen) choose(chosen);
          }}
        >
          {possible.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <ul>
        {shown.map(({ id, name, aliases, note }) => (
          <li key={id}>{[name, ...aliases, note].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
      {plan.table && (
        <ColumnMapping
          key={JSON.stringify(plan.table)}
          t={t}
          table={plan.table}
          hint={t(hasNames(plan.table) ? 'mapping_import_hint' : 'mapping_unknown')}
          read={read}
        />
      )}
      <p class="acts">
        <button type="button" class="btn solid" disabled={plan.changes.length === 0} onClick={take}>
          {t('own_import_take', plan.changes.length)}
        </button>
        <button type="button" class="btn line" onClick={cancel}>
          {t('own_import_cancel')}
        </button>
      </p>
    </section>
  );
}

function saidOf(state: State, t: Translate): NoticeText | null {
  if (state.at === 'bad') return { words: state.words, bad: true };
  if (state.at !== 'done') return null;
  const { added, changed, same } = state.plan;
  return { words: t('own_import_done', added, changed, same) };
}

/** The refused and cut parts, one row each. */
function Flaws({ t, refused, flaws }: { t: Translate; refused: boolean; flaws: readonly Flaw[] }) {
  if (flaws.length === 0) return null;
  return (
    <div class="own-flaws" role="status">
      <b>{t(refused ? 'own_import_refused' : 'own_import_partly', flaws.length)}</b>
      <ul>
        {flaws.slice(0, MAX_FAULTS_SHOWN).map(({ record, name, why }, i) => (
          <li key={i}>{t(typeof record === 'number' ? 'own_import_row' : 'own_import_entry', record, name, t(why))}</li>
        ))}
        {flaws.length > MAX_FAULTS_SHOWN && <li>{t('own_import_more', flaws.length - MAX_FAULTS_SHOWN)}</li>}
      </ul>
    </div>
  );
}
