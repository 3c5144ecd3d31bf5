/**
 * The screens before a document is shown: where it comes from, permission for a host, a password,
 * an error.
 */
import { useRef, useState } from 'preact/hooks';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { hostOf } from '../../lib/core/site-state.ts';
import { Icon } from '../icons.tsx';
import type { OpenFault, OpenStage, ReaderActions } from './reader-props.ts';

type ScreenProps = ReaderActions & { t: Translate; stage: OpenStage };

const FAULTS: Record<OpenFault, MessageKey> = {
  broken: 'reader_broken',
  refused: 'reader_denied',
  missing: 'reader_missing',
  'server fault': 'reader_server_fault',
  unreachable: 'reader_unreachable',
  'web page': 'reader_web_page',
  'too large': 'reader_too_large',
  'no text': 'reader_no_text',
  'office file': 'reader_office_file',
  archive: 'reader_archive',
  picture: 'reader_picture',
  'not a document': 'reader_not_a_document',
  'file address': 'reader_file_address',
  'tab gone': 'reader_tab_gone',
};

const ACCEPTED = '.pdf,.txt,.md,.markdown,.html,.htm,application/pdf,text/plain,text/markdown,text/html';

export function OpenScreen(props: ScreenProps) {
  const { stage, t } = props;
  switch (stage.at) {
    case 'start':
      return <Start {...props} />;
    case 'asking':
      return <Asking {...props} stage={stage} />;
    case 'loading':
      return (
        <main class="open-screen" aria-busy="true">
          <h1>{stage.name}</h1>
          <p role="status">{t('reader_loading')}</p>
          <progress aria-label={t('reader_loading')} {...(stage.share === null ? {} : { value: stage.share })} />
          <button type="button" class="btn line" onClick={props.cancel}>
            {t('reader_cancel')}
          </button>
        </main>
      );
    case 'locked':
      return <Locked t={t} stage={stage} key={String(stage.isRetry)} />;
    case 'failed':
      return <Failed {...props} stage={stage} />;
  }
}

/** A button that opens the browser's file picker. */
export function FileButton({
  label,
  openFile,
  kind,
}: {
  label: string;
  openFile: (file: File) => void;
  kind: 'solid big' | 'icon';
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="vh"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept={ACCEPTED}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) openFile(file);
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class={`btn ${kind}`}
        aria-label={label}
        title={label}
        onClick={() => input.current?.click()}
      >
        {kind === 'icon' ? <Icon name="folder" /> : label}
      </button>
    </>
  );
}

const Start = (props: ScreenProps) => (
  <main class="open-screen">
    <h1>{props.t('reader_title')}</h1>
    <p>{props.t('reader_what')}</p>
    <OwnDocument {...props} />
  </main>
);

function Failed(props: ScreenProps & { stage: Extract<OpenStage, { at: 'failed' }> }) {
  const { t, openAddress } = props;
  const { name, fault, detail, url } = props.stage;
  return (
    <main class="open-screen">
      <h1>{name || t('reader_title')}</h1>
      <p class="note bad" role="alert">
        {t(FAULTS[fault], hostOf(url), detail)}
      </p>
      {url && (
        <>
          <p class="address">{url}</p>
          <div class="acts">
            <a class="btn solid" href={url} target="_blank" rel="noopener noreferrer">
              {t('reader_open_in_tab')}
            </a>
            <button type="button" class="btn line" onClick={() => openAddress(url)}>
              {t('reader_try_again')}
            </button>
          </div>
        </>
      )}
      <OwnDocument {...props} />
    </main>
  );
}

/** The ways to open a document of the user's. */
function OwnDocument({ t, openFile, openText }: ScreenProps) {
  const [text, setText] = useState('');
  return (
    <>
      <div class="drop-here">
        <Icon name="instrument" />
        <p>{t('reader_drop')}</p>
        <FileButton label={t('reader_choose_file')} openFile={openFile} kind="solid big" />
        <p class="hint">{t('reader_kinds')}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          openText(text);
        }}
      >
        <label>
          <b>{t('reader_paste')}</b>
          <textarea class="input" rows={6} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="btn line" disabled={text.trim() === ''}>
          {t('reader_read_text')}
        </button>
      </form>
      <p class="hint">
        <Icon name="lock" /> {t('reader_local')}
      </p>
    </>
  );
}

function Asking({ t, stage, allow, openFile }: ScreenProps & { stage: Extract<OpenStage, { at: 'asking' }> }) {
  const { hostname } = new URL(stage.url);
  return (
    <main class="open-screen">
      <h1>{t('reader_allow_title', hostname)}</h1>
      <p class="address">{stage.url}</p>
      {stage.from && <p>{t('reader_leads_elsewhere', stage.from, hostname)}</p>}
      <p>{t('reader_allow_why', hostname)}</p>
      {stage.refused && (
        <p class="note" role="alert">
          {t('reader_refused')}
        </p>
      )}
      <div class="acts">
        <button type="button" class="btn solid big" onClick={() => allow(stage.url)}>
          {t('reader_allow', hostname)}
        </button>
        <FileButton label={t('reader_choose_file')} openFile={openFile} kind="solid big" />
      </div>
    </main>
  );
}

function Locked({ t, stage }: { t: Translate; stage: Extract<OpenStage, { at: 'locked' }> }) {
  const [password, setPassword] = useState('');
  return (
    <main class="open-screen">
      <h1>{stage.name}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          stage.answer(password);
        }}
      >
        <p>{t('reader_locked')}</p>
        {stage.isRetry && (
          <p class="note bad" role="alert">
            {t('reader_wrong_password')}
          </p>
        )}
        <label>
          <b>{t('reader_password')}</b>
          <input
            class="input"
            ref={(input) => input?.focus()}
            type="password"
            autocomplete="off"
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <div class="acts">
          <button type="submit" class="btn solid">
            {t('reader_unlock')}
          </button>
          <button type="button" class="btn line" onClick={() => stage.answer(null)}>
            {t('reader_cancel')}
          </button>
        </div>
      </form>
    </main>
  );
}
