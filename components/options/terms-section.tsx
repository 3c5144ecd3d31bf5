/**
 * The user's own terms in the settings: the list, import and export, and values that were replaced
 * or deleted.
 */
import { useCallback, useState } from 'preact/hooks';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { termsToCsv } from '../../lib/terms/csv.ts';
import { listOf } from '../../lib/terms/entries.ts';
import type { DamagedRow, OwnStore, StoredTerm } from '../../lib/terms/own-store.ts';
import type { Term } from '../../lib/terms/term.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { Icon } from '../icons.tsx';
import { Notice } from '../notice.tsx';
import { OwnQuestion, type OwnPlace } from '../own-question.tsx';
import { ImportTerms } from './import-terms.tsx';
import { LostValues } from './lost-values.tsx';
import { RadioBar } from './radio-bar.tsx';
import { useOwnData } from './use-own-data.ts';

/** `store`: the database of own terms, from which the section reads. */
export interface TermsProps {
  t: Translate;
  /** BCP 47, for dates. */
  lang: string;
  store: OwnStore;
  /** The setting of where own terms appear. */
  place: Settings['ownTerms'];
  setPlace: (place: OwnPlace) => void;
  /** Opens the editor; null for a new term. */
  edit: (id: string | null) => void;
  /** Called after a change of terms; sends them to tabs and other devices. */
  changed: () => void;
  newId: () => string;
  saveFile: (name: string, type: string, content: string) => void;
  /** YYYY-MM-DD. */
  today: string;
}

const TERMS_SHOWN_AT_FIRST = 100;

interface Export {
  ending: string;
  type: string;
  words: MessageKey;
  content: (terms: readonly Term[], of: Pick<TermsProps, 't' | 'today'>) => string;
}

const EXPORTS: readonly Export[] = [
  { ending: 'csv', type: 'text/csv', words: 'own_export_csv', content: termsToCsv },
  {
    ending: 'json',
    type: 'application/json',
    words: 'own_export_list',
    content: (terms, { t, today }) =>
      `${JSON.stringify(listOf(terms, t('own_title'), today, Number(today.replace(/-/g, ''))), null, 1)}\n`,
  },
];

export function TermsSection(props: TermsProps) {
  const { t, store, edit, changed } = props;
  const { value: read, hasFailed } = useOwnData(useCallback(() => store.termsAndDamage(), [store]));
  const [wanted, setWanted] = useState('');
  const [most, setMost] = useState(TERMS_SHOWN_AT_FIRST);
  const [gone, setGone] = useState<StoredTerm | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  if (!read) return <p class="set hint">{t(hasFailed ? 'own_unreadable' : 'own_reading')}</p>;
  const { terms, damaged } = read;
  const words = wanted.trim().toLowerCase();
  const found =
    words === ''
      ? terms
      : terms.filter(({ term }) =>
          [term.name, ...term.aliases, term.note].some((text) => text.toLowerCase().includes(words)),
        );
  const remove = (stored: StoredTerm) =>
    void store.removeTerms([stored.term.id]).then(
      (isGone) => {
        setGone(isGone ? stored : null);
        setFailed(isGone ? null : t('own_not_deleted', stored.term.name));
        changed();
      },
      () => setFailed(t('own_not_deleted', stored.term.name)),
    );
  const undo = async ({ term }: StoredTerm) => {
    const row = (await store.log()).find((one) => one.id === term.id && one.field === '');
    if (row && !(await store.restore(row))) setFailed(t('own_not_restored', term.name));
    setGone(null);
    changed();
  };
  return (
    <>
      <div class="set">
        <p class="hint">{t(props.place === 'underline' ? 'own_hint_underline' : 'own_hint')}</p>
        {terms.length > 0 && props.place === 'unasked' && <OwnQuestion t={t} answer={props.setPlace} />}
        <div class="acts">
          <button type="button" class="btn line" onClick={() => edit(null)}>
            <Icon name="plus" />
            {t('term_add')}
          </button>
          <ImportTerms {...props} terms={terms} />
          {EXPORTS.map(({ ending, type, words, content }) => (
            <button
              key={ending}
              type="button"
              class="btn line"
              disabled={terms.length === 0}
              onClick={() =>
                props.saveFile(
                  `tradegloss-terms-${props.today}.${ending}`,
                  type,
                  content(
                    terms.map(({ term }) => term),
                    props,
                  ),
                )
              }
            >
              {t(words)}
            </button>
          ))}
        </div>
        <Notice said={failed === null ? null : { words: failed, bad: true }} />
        <DamagedTerms {...props} damaged={damaged} />
        {/* Shown as long as the user can undo the deletion. */}
        <Notice said={gone && { words: t('own_deleted', gone.term.name) }}>
          <button type="button" class="btn line" onClick={() => gone && void undo(gone)}>
            {t('options_undo')}
          </button>
        </Notice>
      </div>
      {props.place !== 'unasked' && (
        <RadioBar
          label={t('own_where')}
          value={props.place}
          onPick={props.setPlace}
          options={[
            { value: 'underline', label: t('own_underline') },
            { value: 'panel', label: t('own_panel') },
          ]}
        />
      )}
      {terms.length > 10 && (
        <p class="set own-find">
          <label>
            <span class="vh">{t('own_find')}</span>
            <input
              class="field"
              type="search"
              placeholder={t('own_find')}
              value={wanted}
              onInput={(event) => setWanted(event.currentTarget.value)}
            />
          </label>
          <span class="hint num">
            {words ? t('own_found', found.length, terms.length) : t('own_count', terms.length)}
          </span>
        </p>
      )}
      {terms.length === 0 ? (
        <p class="set hint">{t('own_none')}</p>
      ) : (
        <TermTable {...props} found={found.slice(0, most)} remove={remove} />
      )}
      {found.length > most && (
        <p class="set">
          <button type="button" class="btn line" onClick={() => setMost(most + 500)}>
            {t('own_more', found.length - most)}
          </button>
        </p>
      )}
      <LostValues {...props} />
    </>
  );
}

/**
 * Terms that cannot be read completely, by name. The user can save their data to a file and delete
 * them.
 */
function DamagedTerms({
  t,
  store,
  changed,
  saveFile,
  today,
  damaged,
}: TermsProps & { damaged: readonly DamagedRow[] }) {
  const clear = () => {
    const rows = JSON.stringify(
      damaged.map(({ row }) => row),
      null,
      1,
    );
    saveFile(`tradegloss-damaged-${today}.json`, 'application/json', rows);
    void store.clearDamaged().then(changed);
  };
  const names = damaged.map(({ name }) => name || '?').join('; ');
  return (
    <Notice said={damaged.length > 0 ? { words: t('own_damaged', damaged.length, names), bad: true } : null}>
      <button type="button" class="btn line" onClick={clear}>
        {t('own_damaged_clear')}
      </button>
    </Notice>
  );
}

function TermTable({
  t,
  lang,
  edit,
  found,
  remove,
}: Pick<TermsProps, 't' | 'lang' | 'edit'> & { found: readonly StoredTerm[]; remove: (term: StoredTerm) => void }) {
  const days = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <table class="own-terms">
      <thead>
        <tr>
          <th scope="col">{t('own_term')}</th>
          <th scope="col">{t('term_note')}</th>
          <th scope="col">{t('own_changed')}</th>
          <th>
            <span class="vh">{t('own_actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {found.map((stored) => {
          const { term, changed } = stored;
          return (
            <tr key={term.id}>
              <th scope="row">
                {term.name}
                {term.aliases.length > 0 && <small>{term.aliases.join(', ')}</small>}
              </th>
              <td class="own-note">{term.note}</td>
              <td class="own-day">{days.format(changed)}</td>
              <td class="own-do">
                <button
                  type="button"
                  class="btn line"
                  aria-label={t('own_edit_term', term.name)}
                  onClick={() => edit(term.id)}
                >
                  {t('own_edit')}
                </button>
                <button
                  type="button"
                  class="btn icon"
                  aria-label={t('own_delete_term', term.name)}
                  title={t('term_delete')}
                  onClick={() => remove(stored)}
                >
                  <Icon name="remove" />
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
