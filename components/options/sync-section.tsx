/**
 * Sync between devices: the user's choice, its state, and questions to the user. Off by default.
 */
import { useCallback, useId, useState } from 'preact/hooks';
import { readChoice, readState, type SyncChoice, type ExchangeState } from '../../lib/sync/sync-settings.ts';
import { faultWords, type FaultWithStatus } from './fault-words.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { momentWords } from '../../lib/knowledge/wording/dates.ts';
import type { OwnStore } from '../../lib/terms/own-store.ts';
import { nameOfDevice } from '../../lib/terms/device-record.ts';
import { termOrDeleted } from '../../lib/terms/term.ts';
import { WebdavForm } from './webdav-form.tsx';
import { useOwnData } from './use-own-data.ts';

/** `exchange`: `answer` is the user's decision on terms that other devices deleted. */
export interface SyncProps {
  t: Translate;
  lang: string;
  store: OwnStore;
  /**
   * Chooses a replica, requests permissions and runs an exchange at once. Call it directly in the
   * click. Returns the fault, or null.
   */
  choose: (choice: SyncChoice) => Promise<FaultWithStatus | null>;
  exchange: (answer: 'keep' | 'delete' | null) => Promise<void>;
  changed: () => void;
}

interface Read {
  choice: SyncChoice;
  state: ExchangeState;
  device: string;
  asked: string[];
  left: string[];
  terms: number;
}

async function read(store: OwnStore): Promise<Read> {
  const [choice, state, device, records, terms] = await Promise.all([
    readChoice(store.db),
    readState(store.db),
    store.deviceId(),
    store.records(),
    store.terms(),
  ]);
  const nameOf = (id: string) => {
    const record = records.get(id);
    return (record && termOrDeleted(record)?.name) ?? id;
  };
  return {
    choice,
    state,
    device: nameOfDevice(records, device ?? ''),
    asked: state.asked.map(nameOf),
    left: state.left.map(nameOf),
    terms: terms.length,
  };
}

const ENGINES = ['off', 'browser', 'webdav'] as const;
type Engine = (typeof ENGINES)[number];

export function SyncSection(props: SyncProps) {
  const { t, store, choose } = props;
  const { value: now, hasFailed } = useOwnData(useCallback(() => read(store), [store]));
  const [wanted, setWanted] = useState<Engine | null>(null);
  const name = useId();
  if (!now) return <p class="set hint">{t(hasFailed ? 'own_unreadable' : 'own_reading')}</p>;
  const { choice } = now;
  const engine = wanted ?? choice.engine;
  const pick = (next: Engine) => {
    // A server needs its address first; until then nothing changes.
    setWanted(next === 'webdav' ? 'webdav' : null);
    if (next !== 'webdav' && next !== choice.engine) void choose({ engine: next });
  };
  return (
    <>
      <fieldset class="set own-ways">
        <legend>{t('devices_way')}</legend>
        <p class="hint">{t('devices_hint')}</p>
        {ENGINES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={engine === one}
              aria-labelledby={`${name}-${one}`}
              aria-describedby={`${name}-${one}-more`}
              onChange={() => pick(one)}
            />
            <span>
              <b id={`${name}-${one}`}>{t(`devices_${one}` as MessageKey)}</b>
              <span class="hint" id={`${name}-${one}-more`}>
                {t(`devices_${one}_hint` as MessageKey)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {engine === 'webdav' && (
        <WebdavForm
          t={t}
          account={choice.engine === 'webdav' ? choice : null}
          choose={choose}
          done={() => setWanted(null)}
        />
      )}
      {choice.engine !== 'off' && <Status {...props} now={now} />}
    </>
  );
}

function Status({ t, lang, store, exchange, changed, now }: SyncProps & { now: Read }) {
  const { state, asked, left, choice, device, terms } = now;
  const [busy, setBusy] = useState(false);
  const id = useId();
  const run = (answer: 'keep' | 'delete' | null) => {
    setBusy(true);
    void exchange(answer).finally(() => setBusy(false));
  };
  const rename = async (text: string) => {
    await store.renameDevice(text.trim().slice(0, 80));
    changed();
  };
  return (
    <div class="set own-status">
      <p role="status">
        {state.done === null
          ? t('devices_never')
          : state.fault !== null && state.fault !== 'full'
            ? // After a fault it is unknown whether all terms are in sync.
              t('devices_last', momentWords(state.done, lang))
            : t('devices_done', momentWords(state.done, lang), terms - left.length, terms)}
      </p>
      {state.fault && (
        <p class="note bad" role="alert">
          {faultWords(t, state.fault, { left: left.length, status: state.status })}
          {state.fault === 'full' && left.length > 0 && ` ${listed(left, t)}`}
        </p>
      )}
      {asked.length > 0 && (
        <div class="note" role="alert">
          <div>
            <p>
              <b>{t(asked.length === 1 ? 'devices_asked_one' : 'devices_asked', asked.length)}</b> {listed(asked, t)}
            </p>
            <p class="acts">
              <button type="button" class="btn line" disabled={busy} onClick={() => run('keep')}>
                {t('devices_keep')}
              </button>
              <button type="button" class="btn line" disabled={busy} onClick={() => run('delete')}>
                {t('devices_delete')}
              </button>
            </p>
          </div>
        </div>
      )}
      {state.refilled !== null && <p class="hint">{t('devices_refilled', momentWords(state.refilled, lang))}</p>}
      {state.used && (
        <p class="hint num">
          {t('devices_used', Math.ceil(state.used.bytes / 1024), Math.floor(state.used.most / 1024))}
        </p>
      )}
      <div class="own-device">
        <label for={id}>{t('devices_name')}</label>
        <input
          id={id}
          class="field"
          value={device}
          placeholder={t('devices_name_hint')}
          maxLength={80}
          onChange={(event) => void rename(event.currentTarget.value)}
        />
      </div>
      <p class="acts">
        <button type="button" class="btn line" disabled={busy} onClick={() => run(null)}>
          {t('devices_now')}
        </button>
        {choice.engine === 'webdav' && choice.team && <span class="hint">{t('devices_team_on')}</span>}
      </p>
    </div>
  );
}

const MAX_NAMES_SHOWN = 8;
const listed = (names: readonly string[], t: Translate): string =>
  names.length > MAX_NAMES_SHOWN
    ? t('devices_and_more', names.slice(0, MAX_NAMES_SHOWN).join(', '), names.length - MAX_NAMES_SHOWN)
    : names.join(', ');
