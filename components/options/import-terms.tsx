/** Terms from a file: how many would come, what is refused, and how far it is. */
import { useId, useState } from 'preact/hooks';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { NotAList } from '../../lib/formats/list-format.ts';
import { carryOut, planImport, type Flaw, type ImportPlan } from '../../lib/terms/import-terms.ts';
import type { OwnStore, StoredTerm } from '../../lib/terms/own-store.ts';
import { Notice, type Said } from '../notice.tsx';

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
  | { at: 'busy'; done: number; all: number }
  | { at: 'done'; plan: ImportPlan };
/** Flaws that are told one by one. */
const SHOWN = 100;

export function ImportTerms({ t, store, terms, newId, changed }: ImportProps) {
  const id = useId();
  const [state, setState] = useState<State>({ at: 'idle' });
  const run = async (file: File) => {
    try {
      const here = terms.map(({ term }) => term);
      const plan = await planImport(await file.text(), here, newId);
      setState({ at: 'busy', done: 0, all: plan.changes.length });
      await carryOut(
        plan,
        (changes) => store.putTerms(changes),
        (done) => setState({ at: 'busy', done, all: plan.changes.length }),
      );
      setState({ at: 'done', plan });
      changed();
    } catch (error) {
      const why = error instanceof NotAList ? t(`lists_problem_${error.code}` as MessageKey) : String(error);
      setState({ at: 'bad', words: t('own_import_bad', file.name, why) });
    }
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
        accept=".csv,.json,text/csv,application/json"
        disabled={state.at === 'busy'}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void run(file);
          event.currentTarget.value = '';
        }}
      />
      {state.at === 'busy' && (
        <span class="own-import">
          <progress value={state.done} max={state.all} aria-label={t('own_importing')} />{' '}
          {t('own_import_step', state.done, state.all)}
        </span>
      )}
      <Notice said={saidOf(state, t)} />
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

function saidOf(state: State, t: Translate): Said | null {
  if (state.at === 'bad') return { words: state.words, bad: true };
  if (state.at !== 'done') return null;
  const { added, changed, same } = state.plan;
  return { words: t('own_import_done', added, changed, same) };
}

/** Row by row, what was left out or not taken whole. */
function Flaws({ t, refused, flaws }: { t: Translate; refused: boolean; flaws: readonly Flaw[] }) {
  if (flaws.length === 0) return null;
  return (
    <div class="own-flaws" role="status">
      <b>{t(refused ? 'own_import_refused' : 'own_import_partly', flaws.length)}</b>
      <ul>
        {flaws.slice(0, SHOWN).map(({ record, name, why }, i) => (
          <li key={i}>{t(typeof record === 'number' ? 'own_import_row' : 'own_import_entry', record, name, t(why))}</li>
        ))}
        {flaws.length > SHOWN && <li>{t('own_import_more', flaws.length - SHOWN)}</li>}
      </ul>
    </div>
  );
}
