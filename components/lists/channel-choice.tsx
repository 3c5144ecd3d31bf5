/**
 * Asks the user to agree to a channel that keeps the built-in list up to date, or to name a mirror.
 */
import type { Translate } from '../../lib/i18n/translate.ts';
import type { ChannelView } from '../../lib/subscriptions/channel/choose-channel.ts';
import type { ListsService } from '../../lib/subscriptions/lists-service.ts';
import { SetByPolicy, usePolicy } from '../policy.tsx';
import { Tick } from '../controls.tsx';
import { Notice, useNotice } from '../notice.tsx';
import { AddressField, KeyField } from './form-fields.tsx';

interface ChannelChoiceProps {
  t: Translate;
  channel: ChannelView;
  lists: Pick<ListsService, 'keepUpToDate' | 'useMirror' | 'forgetMirror'>;
  /** Called after the choice changed; `isOn`: the list may be fetched now. */
  chosen: (isOn: boolean) => void;
}

const hostIn = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

function MirrorForm({ t, lists, chosen }: Omit<ChannelChoiceProps, 'channel'>) {
  const { said, say } = useNotice();
  return (
    <details class="mirror">
      <summary>{t('channel_mirror')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const [address, key] = [form.get('address'), form.get('key')];
          if (typeof address !== 'string' || typeof key !== 'string') return;
          // Call this directly in the click, or the browser does not ask:
          // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
          void lists.useMirror(address, key).then((outcome) => {
            if (outcome === 'on') chosen(true);
            else
              say({
                words: outcome === 'bad' ? t('channel_bad') : t('channel_denied', hostIn(address)),
                bad: true,
              });
          });
        }}
      >
        <p class="hint">{t('channel_mirror_hint')}</p>
        <p class="acts">
          <AddressField label={t('channel_address')} />
          <KeyField label={t('channel_root_key')} />
          <button class="btn line">{t('channel_use')}</button>
        </p>
        <Notice said={said} />
      </form>
    </details>
  );
}

export function ChannelChoice({ t, channel: { isOn, url, isMirror }, lists, chosen }: ChannelChoiceProps) {
  const { said, say } = useNotice();
  const policy = usePolicy();
  if (url === null) return <MirrorForm t={t} lists={lists} chosen={chosen} />;
  const host = hostIn(url);
  if (policy.channel)
    return (
      <div class="channel">
        <p>{t('channel_keep', host)}</p>
        <SetByPolicy t={t} />
      </div>
    );
  return (
    <div class="channel">
      <Tick
        on={isOn}
        change={(on) => {
          say(null);
          // Call this directly in the click, or the browser does not ask:
          // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
          void lists.keepUpToDate(on ? url : null).then((done) => {
            if (!done) say({ words: t('channel_denied', host), bad: true });
            chosen(on && done);
          });
        }}
      >
        {t('channel_keep', host)}
      </Tick>
      {isMirror && (
        <button type="button" class="btn" onClick={() => void lists.forgetMirror().then(() => chosen(false))}>
          {t('channel_forget')}
        </button>
      )}
      <Notice said={said} />
    </div>
  );
}
