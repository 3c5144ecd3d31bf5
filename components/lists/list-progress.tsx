/** The progress of a download, and a button that stops it. */
import { useState } from 'preact/hooks';
import type { Translate } from '../../lib/i18n/translate.ts';
import { numberWords, sizeWords } from '../../lib/subscriptions/list-words.ts';

/** The state of a download. `bytes`: received so far. */
export interface DownloadProgress {
  bytes: number;
  /** Bytes that the server announced; null if it announced none. */
  announced: number | null;
  /** Undefined if entries are not counted. */
  entries?: number;
}

export function ListProgress({
  t,
  lang,
  arrived: { bytes, announced, entries },
  cancel,
}: {
  t: Translate;
  lang: string;
  arrived: DownloadProgress;
  cancel: () => void;
}) {
  // The import stops only after the piece that is being read.
  const [stopping, setStopping] = useState(false);
  return (
    <>
      <label class="subscribe-progress">
        {t('subscribe_progress')}
        <progress {...(announced === null ? {} : { value: bytes, max: announced })} />
      </label>
      <p class="hint num">
        {entries === undefined
          ? sizeWords(bytes, lang)
          : t('subscribe_progress_entries', numberWords(entries, lang), sizeWords(bytes, lang))}
      </p>
      <p class="acts">
        <button
          type="button"
          class="btn line"
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            cancel();
          }}
        >
          {t(stopping ? 'subscribe_stopping' : 'subscribe_cancel')}
        </button>
      </p>
    </>
  );
}
