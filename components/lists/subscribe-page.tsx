/**
 * Lets the user review a list before it is added. The list is requested only on the user's click,
 * from the host that the page names.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mapping, TableSample } from '../../lib/formats/mapping-model.ts';
import { NotAList } from '../../lib/formats/list-format.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { problemWords } from '../../lib/subscriptions/list-words.ts';
import type { ListsService } from '../../lib/subscriptions/lists-service.ts';
import { parseLink, type Preview } from '../../lib/subscriptions/subscribe.ts';
import { problemOf } from '../../lib/subscriptions/update-list.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { ListProgress } from './list-progress.tsx';
import { PreviewView } from './preview-view.tsx';

/** `lists`: fetches the list, shows what it holds, and adds it. */
export interface SubscribePageProps {
  t: Translate;
  lang: string;
  /** The address that came with the link. */
  link: string;
  lists: ListsService;
  openLists: () => void;
}

type Stage =
  | { at: 'ask' }
  | { at: 'reading'; bytes: number; announced: number | null; entries: number }
  | { at: 'preview'; preview: Preview }
  /** A table of which the user must choose the column of names. */
  | { at: 'columns'; table: TableSample }
  | { at: 'added'; title: string }
  | { at: 'failed'; why: string }
  /** The address redirects to another host, which the user may allow. */
  | { at: 'redirected'; host: string };

/** The address of the other host. On this computer itself it has the same protocol as the list. */
const hostUrl = (url: string, host: string): string => `${new URL(url).protocol}//${host}/`;

interface RedirectedProps {
  t: Translate;
  host: string;
  goOn: () => void;
}

function Redirected({ t, host, goOn }: RedirectedProps) {
  return (
    <div role="status">
      <p class="note">{t('subscribe_redirects_to', host)}</p>
      <p class="acts">
        <button type="button" class="btn line" onClick={goOn}>
          {t('subscribe_fetch', host)}
        </button>
      </p>
    </div>
  );
}

export function SubscribePage({ t, lang, link, lists, openLists }: SubscribePageProps) {
  const [stage, setStage] = useState<Stage>({ at: 'ask' });
  const [known, setKnown] = useState(false);
  const reading = useRef<AbortController | null>(null);
  /** The hosts that the user allowed besides that of the address. */
  const otherHosts = useRef<readonly string[]>([]);
  const parsed = parseLink(link);
  useEffect(() => {
    if (parsed) void lists.isSubscribed(parsed.url).then(setKnown);
    return () => reading.current?.abort();
  }, [link]);
  const fail = (error: unknown) => {
    const { problem } = problemOf(error);
    if (error instanceof NotAList && error.table) setStage({ at: 'columns', table: error.table });
    else if (problem.code === 'redirected') setStage({ at: 'redirected', host: problem.detail });
    else setStage({ at: 'failed', why: problemWords(problem, t) });
  };
  const host = parsed ? new URL(parsed.url).host : '';

  const fetchIt = async (url: string, mapping?: Mapping) => {
    // Call this directly in the click, or the browser does not ask:
    // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
    const allowed = await lists.requestHost(url);
    if (!allowed) return setStage({ at: 'failed', why: t('lists_problem_permission') });
    await read(url, mapping);
  };

  const read = async (url: string, mapping?: Mapping) => {
    const ending = new AbortController();
    reading.current = ending;
    let progress = { bytes: 0, announced: null as number | null, entries: 0 };
    const show = (more: Partial<typeof progress>) => {
      progress = { ...progress, ...more };
      setStage({ at: 'reading', ...progress });
    };
    show({});
    try {
      const preview = await lists.preview(url, {
        signal: ending.signal,
        mapping,
        otherHosts: otherHosts.current,
        onProgress: (bytes, announced) => show({ bytes, announced }),
        onEntries: (entries) => show({ entries }),
      });
      setStage({ at: 'preview', preview });
    } catch (error) {
      if (ending.signal.aborted) setStage({ at: 'ask' });
      else fail(error);
    }
  };

  const goOn = async (url: string, host: string) => {
    // Call this directly in the click, or the browser does not ask:
    // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
    const allowed = await lists.requestHost(hostUrl(url, host));
    if (!allowed) return setStage({ at: 'failed', why: t('lists_problem_permission') });
    otherHosts.current = [...otherHosts.current, host];
    await read(url);
  };

  return (
    <main class="subscribe ui">
      <h1>{t('subscribe_title')}</h1>
      {!parsed ? (
        <>
          <p class="note bad" role="alert">
            {t('lists_problem_address')}
          </p>
          <p class="acts">
            <button type="button" class="btn line" onClick={openLists}>
              {t('subscribe_to_lists')}
            </button>
          </p>
        </>
      ) : (
        <>
          <p class="subscribe-url">{parsed.url}</p>
          {stage.at === 'ask' && (
            <>
              {known && <p class="note">{t('subscribe_known')}</p>}
              <p>{t('subscribe_ask', host)}</p>
              <p class="acts">
                <button type="button" class="btn line" onClick={() => void fetchIt(parsed.url).catch(fail)}>
                  {t('subscribe_fetch', host)}
                </button>
              </p>
            </>
          )}
          {stage.at === 'reading' && (
            <ListProgress t={t} lang={lang} arrived={stage} cancel={() => reading.current?.abort()} />
          )}
          {stage.at === 'redirected' && (
            <Redirected t={t} host={stage.host} goOn={() => void goOn(parsed.url, stage.host).catch(fail)} />
          )}
          {stage.at === 'columns' && (
            <>
              <p class="note" role="status">
                {t('mapping_unknown')}
              </p>
              <ColumnMapping
                key={JSON.stringify(stage.table)}
                t={t}
                table={stage.table}
                hint={t('mapping_hint')}
                read={(mapping) => void fetchIt(parsed.url, mapping).catch(fail)}
              />
            </>
          )}
          {stage.at === 'preview' && (
            <PreviewView
              t={t}
              lang={lang}
              preview={stage.preview}
              read={(mapping) =>
                void lists
                  .cancel(stage.preview)
                  .then(() => fetchIt(parsed.url, mapping))
                  .catch(fail)
              }
              pinned={parsed.key}
              lists={lists}
              add={(choice) =>
                void lists
                  .add(stage.preview, choice)
                  .then(() => setStage({ at: 'added', title: stage.preview.header.title }))
                  .catch(fail)
              }
              cancel={() => void lists.cancel(stage.preview).then(() => setStage({ at: 'ask' }), fail)}
            />
          )}
          {stage.at === 'added' && (
            <div role="status">
              <p>{t('subscribe_added', stage.title)}</p>
              <p class="acts">
                <button type="button" class="btn line" onClick={openLists}>
                  {t('subscribe_to_lists')}
                </button>
              </p>
            </div>
          )}
          {stage.at === 'failed' && (
            <div role="alert">
              <p class="note bad">{t('subscribe_failed', stage.why)}</p>
              <p class="acts">
                <button type="button" class="btn line" onClick={() => setStage({ at: 'ask' })}>
                  {t('subscribe_again')}
                </button>
              </p>
            </div>
          )}
        </>
      )}
    </main>
  );
}
