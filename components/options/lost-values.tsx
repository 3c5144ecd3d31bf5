/**
 * Values that a merge or the user replaced or deleted and that can be restored. Values of conflicts
 * come first.
 */
import { useCallback, useState } from 'preact/hooks';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { momentWords } from '../../lib/knowledge/wording/dates.ts';
import type { Json } from '../../lib/terms/record.ts';
import type { OwnStore } from '../../lib/terms/own-store.ts';
import { msOf } from '../../lib/terms/stamp.ts';
import { readOverwritten, type OverwrittenValue } from '../../lib/sync/overwritten-values.ts';
import { SETTINGS, settingIn, settingNamed } from '../../lib/sync/settings-record.ts';
import type { SettingName } from '../../lib/settings/settings.ts';
import { TERM_FIELDS } from '../../lib/terms/term.ts';
import { Notice } from '../notice.tsx';
import { useOwnData } from './use-own-data.ts';

interface LostProps {
  t: Translate;
  lang: string;
  store: OwnStore;
  changed: () => void;
}

const MAX_VALUES_SHOWN = 30;
/** The words of a value: the items of a list, or the values of an object's fields. */
function wordsOf(value: Json): string {
  if (value === null || typeof value !== 'object') return String(value ?? '');
  return Object.values(value).map(wordsOf).filter(Boolean).join(', ');
}

export function LostValues({ t, lang, store, changed }: LostProps) {
  const { value: open } = useOwnData(useCallback(() => readOverwritten(store), [store]));
  const [all, setAll] = useState(false);
  const conflicts = open?.filter(({ row }) => row.conflict).length ?? 0;
  if (!open || open.length === 0) return null;
  const shown = open.filter(({ row }) => all || row.conflict);
  return (
    <section class="set own-lost" aria-labelledby="own-lost">
      <h3 id="own-lost">{conflicts > 0 ? t('own_conflicts', conflicts) : t('own_replaced')}</h3>
      <p class="hint">{conflicts > 0 ? t('own_conflicts_hint') : t('own_replaced_hint')}</p>
      <ul>
        {shown.slice(0, MAX_VALUES_SHOWN).map((lost) => (
          <LostRow
            key={`${lost.row.id} ${lost.row.field} ${lost.row.at}`}
            t={t}
            lang={lang}
            store={store}
            changed={changed}
            lost={lost}
          />
        ))}
      </ul>
      {open.length > conflicts && (
        <button type="button" class="btn line" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('own_replaced_fewer') : t('own_replaced_all', open.length - conflicts)}
        </button>
      )}
    </section>
  );
}

function LostRow({ t, lang, store, changed, lost }: LostProps & { lost: OverwrittenValue }) {
  const { row, by } = lost;
  const [hasFailed, setFailed] = useState(false);
  const when = momentWords(msOf(row.by), lang);
  const field = TERM_FIELDS.find((one) => one === row.field);
  const isSetting = row.id === SETTINGS;
  const name = isSetting ? t('options_title') : lost.name;
  const label = isSetting ? settingLabel(row.field) : field && LABELS[field];
  const value = isSetting ? settingIn(row.value) : row.value;
  return (
    <li class="held">
      <span class="grow">
        <b>{row.field === '' ? t('own_lost_term', name) : t('own_lost_field', name, label ? t(label) : row.field)}</b>
        {row.field !== '' && <q>{wordsOf(value) || t('own_empty')}</q>}
        <span class="hint">
          {by
            ? t(row.field === '' ? 'own_deleted_by' : 'own_replaced_by', by, when)
            : t(row.field === '' ? 'own_deleted_here' : 'own_replaced_here', when)}
        </span>
        <Notice said={hasFailed ? { words: t('own_not_restored', name), bad: true } : null} />
      </span>
      <button
        type="button"
        class="btn line"
        aria-label={t('own_restore_of', name)}
        onClick={() =>
          void store.restore(row).then(
            (isBack) => (setFailed(!isBack), changed()),
            () => setFailed(true),
          )
        }
      >
        {t('own_restore')}
      </button>
      <button type="button" class="btn" aria-label={t('own_leave_of', name)} onClick={() => void store.settle(row)}>
        {t('own_leave')}
      </button>
    </li>
  );
}

const LABELS: Record<(typeof TERM_FIELDS)[number], MessageKey> = {
  name: 'term_name',
  aliases: 'term_aliases',
  kind: 'term_kind',
  note: 'term_note',
  link: 'term_link',
  case: 'term_case',
  plural: 'term_plural',
  not: 'term_except',
};

/** All settings except the day that the user looks at, which is not synced. */
const SETTING_LABELS = {
  hiddenKinds: 'options_kinds',
  density: 'density_label',
  siteDensities: 'density_label',
  scope: 'options_scope',
  openAfter: 'options_delay',
  openOn: 'options_open_on',
  cardSize: 'options_card',
  theme: 'options_theme',
  textSize: 'options_size',
  language: 'options_language',
  muted: 'options_choices',
  choices: 'options_choices',
  offSites: 'options_sites',
  ownTerms: 'own_where',
  follows: 'dates_followed',
} as const satisfies Record<Exclude<SettingName, 'asOf'>, MessageKey>;

function settingLabel(field: string): MessageKey | undefined {
  const labels: Readonly<Record<string, MessageKey>> = SETTING_LABELS;
  const name = settingNamed(field);
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}
