/**
 * The form for a WebDAV server: address, name and password. They are stored only in this browser
 * and sent only to that server.
 */
import { useId, useState } from 'preact/hooks';
import type { SyncChoice } from '../../lib/sync/sync-settings.ts';
import { fileUrl } from '../../lib/sync/webdav-http.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Tick } from '../controls.tsx';
import { SetByPolicy, usePolicy } from '../policy.tsx';
import { Notice } from '../notice.tsx';
import { faultWords, type FaultWithStatus } from './fault-words.ts';

type Account = Extract<SyncChoice, { engine: 'webdav' }>;

interface WebdavProps {
  t: Translate;
  account: Account | null;
  choose: (choice: SyncChoice) => Promise<FaultWithStatus | null>;
  done: () => void;
}

function isAddress(text: string): boolean {
  try {
    return fileUrl(text) !== '';
  } catch {
    return false;
  }
}

export function WebdavForm({ t, account, choose, done }: WebdavProps) {
  const { termsFolder } = usePolicy();
  const [ownUrl, setUrl] = useState(account?.url ?? '');
  const url = termsFolder ?? ownUrl;
  const [user, setUser] = useState(account?.user ?? '');
  const [password, setPassword] = useState(account?.password ?? '');
  const [team, setTeam] = useState(account?.team ?? false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<FaultWithStatus | 'address' | null>(null);
  return (
    <form
      class="set own-webdav"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAddress(url)) return setFault('address');
        setBusy(true);
        // Call this directly in the click, or the browser does not ask:
        // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
        void choose({ engine: 'webdav', url: url.trim(), user, password, team })
          .then((found) => {
            setFault(found);
            if (found === null) done();
          })
          .finally(() => setBusy(false));
      }}
    >
      {termsFolder && <SetByPolicy t={t} />}
      <Line
        label={t('webdav_url')}
        readOnly={termsFolder !== undefined}
        value={url}
        change={setUrl}
        type="url"
        placeholder="https://cloud.example/remote.php/dav/files/anna/"
      />
      <Line label={t('webdav_user')} value={user} change={setUser} autoComplete="off" />
      <Line label={t('webdav_password')} value={password} change={setPassword} type="password" autoComplete="off" />
      <p class="hint">{t('webdav_hint')}</p>
      <Tick on={team} change={setTeam}>
        {t('webdav_team')}
      </Tick>
      <p class="acts">
        <button type="submit" class="btn solid" disabled={busy}>
          {account ? t('webdav_again') : t('webdav_connect')}
        </button>
        <Notice
          said={
            fault && {
              words: fault === 'address' ? t('webdav_bad_url') : faultWords(t, fault.fault, { status: fault.status }),
              bad: true,
            }
          }
        />
      </p>
    </form>
  );
}

function Line({
  label,
  value,
  change,
  type = 'text',
  ...rest
}: {
  label: string;
  value: string;
  change: (text: string) => void;
  type?: 'url' | 'text' | 'password';
  placeholder?: string;
  autoComplete?: string;
  readOnly?: boolean;
}) {
  const id = useId();
  return (
    <div class="own-device">
      <label for={id}>{label}</label>
      <input
        {...rest}
        id={id}
        class="field"
        // Preact's types have different attributes for each input type. For these types they are
        // the same.
        type={type as 'text'}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
