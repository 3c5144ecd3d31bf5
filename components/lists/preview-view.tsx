/**
 * The preview of a list before it is added: publisher, size, contents, signer, and the names that
 * it would mark.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { momentOf } from '../../lib/formats/list-format.ts';
import type { Mapping } from '../../lib/formats/mapping-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { dayWords, momentWords } from '../../lib/knowledge/wording/dates.ts';
import { namesWords, numberWords } from '../../lib/subscriptions/list-words.ts';
import type { ListsService, WouldMarkHere } from '../../lib/subscriptions/lists-service.ts';
import { parsePublicKey, type Verdict } from '../../lib/subscriptions/minisign.ts';
import { noteLine } from '../../lib/subscriptions/note-words.ts';
import type { Preview } from '../../lib/subscriptions/subscribe.ts';
import { ColumnMapping } from './column-mapping.tsx';

interface PreviewViewProps {
  t: Translate;
  lang: string;
  preview: Preview;
  /** The publisher's key, if it came with the link. */
  pinned: string | null;
  lists: ListsService;
  /** Fetches the table again and reads it with the user's mapping of its columns. */
  read: (mapping: Mapping | undefined) => void;
  add: (choice: { key: string | null; private: boolean }) => void;
  cancel: () => void;
}

function Row({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The most notes on single records that the preview shows. */
const MAX_NOTES = 50;

function LeftOut({ t, notes }: Pick<PreviewViewProps, 't'> & Pick<Preview, 'notes'>) {
  if (notes.refused + notes.clipped === 0) return null;
  return (
    <details class="list-notes">
      <summary>{t('lists_notes', notes.refused, notes.clipped)}</summary>
      <ul>
        {notes.kept.slice(0, MAX_NOTES).map((note, k) => (
          <li key={k}>{noteLine(note, t)}</li>
        ))}
      </ul>
    </details>
  );
}

const MAX_NAMES = 12;

export function PreviewView({ t, lang, preview, pinned, lists, read, add, cancel }: PreviewViewProps) {
  const [key, setKey] = useState(pinned ?? '');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [isPrivate, setPrivate] = useState(false);
  const [would, setWould] = useState<WouldMarkHere | null | undefined>(undefined);
  const name = useId();
  const moment = momentOf(preview.header.version);
  const { header, notes, sample, signedBy } = preview;
  const publicKey = key.trim() === '' ? null : parsePublicKey(key);
  useEffect(() => void lists.wouldMark(preview).then(setWould, () => setWould(null)), [preview]);
  useEffect(() => {
    setVerdict(null);
    if (publicKey) void preview.verify(publicKey.text).then(setVerdict);
  }, [preview, publicKey?.text]);
  // A key that did not sign the list must not be pinned: every update would be held back.
  const mayAdd = key.trim() === '' || verdict?.ok === true;
  return (
    <div class="preview">
      <h2>{header.title}</h2>
      <p class="hint">{t('subscribe_nothing_yet')}</p>
      <dl>
        <Row term={t('subscribe_publisher')}>{header.publisher}</Row>
        <Row term={t('subscribe_licence')}>{header.licence === '?' ? t('subscribe_not_stated') : header.licence}</Row>
        <Row term={t('subscribe_updated')}>
          {moment === null
            ? t('status_bracket', dayWords(header.updated, { lang }), t('lists_version', header.version))
            : momentWords(moment, lang)}
        </Row>
        <Row term={t('subscribe_count')}>
          <span class="num">{numberWords(header.size, lang)}</span>
        </Row>
        {header.controls > 0 && (
          <Row term={t('subscribe_measures')}>
            <span class="num">{numberWords(header.controls, lang)}</span>
          </Row>
        )}
        <Row term={t('subscribe_expires')}>{t('subscribe_expires_hours', header.expires)}</Row>
        <Row term={t('subscribe_sample')}>{namesWords(sample.map((entry) => entry.name))}</Row>
        <Row term={t('subscribe_would')}>
          <span aria-live="polite">
            {would === undefined
              ? '…'
              : would === null
                ? t('subscribe_would_unknown')
                : would.mentions === 0
                  ? t('subscribe_would_none', would.title)
                  : t(
                      'subscribe_would_mark',
                      numberWords(would.mentions, lang),
                      would.title,
                      namesWords(would.names.slice(0, MAX_NAMES)),
                    )}
          </span>
        </Row>
        <Row term={t('subscribe_signature')}>
          <p>{signedBy === null ? t('subscribe_signature_none') : t('subscribe_signature_by', signedBy)}</p>
          {signedBy !== null && (
            <label class="subscribe-key">
              {t('subscribe_key')}
              <input
                class="field"
                value={key}
                spellcheck={false}
                onInput={(event) => setKey(event.currentTarget.value)}
              />
            </label>
          )}
          <p role="status">
            {key.trim() === ''
              ? ''
              : !publicKey
                ? t('subscribe_key_bad')
                : verdict === null
                  ? ''
                  : verdict.ok
                    ? t('subscribe_signature_good', verdict.comment)
                    : t(verdict.why === 'other_key' ? 'subscribe_signature_other_key' : 'subscribe_signature_bad')}
          </p>
        </Row>
      </dl>
      <LeftOut t={t} notes={notes} />
      {preview.table && (
        <details class="list-notes" open={preview.mapping !== undefined}>
          <summary>{t('mapping_title')}</summary>
          <ColumnMapping t={t} table={preview.table} hint={t('mapping_hint')} read={read} />
        </details>
      )}
      <fieldset class="subscribe-who">
        <legend>{t('subscribe_who_sees')}</legend>
        {([false, true] as const).map((value) => (
          <label key={String(value)}>
            <input type="radio" name={name} checked={isPrivate === value} onChange={() => setPrivate(value)} />
            <span>
              {t(value ? 'subscribe_private' : 'subscribe_public')}
              <span class="hint">{t(value ? 'lists_private_hint' : 'lists_public_hint')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="acts">
        <button
          type="button"
          class="btn line"
          disabled={!mayAdd}
          onClick={() => add({ key: publicKey && verdict?.ok ? publicKey.text : null, private: isPrivate })}
        >
          {t('subscribe_add')}
        </button>
        <button type="button" class="btn" onClick={cancel}>
          {t('subscribe_cancel')}
        </button>
      </p>
    </div>
  );
}
