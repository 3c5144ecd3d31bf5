/** Settings of marks and of the look of cards. */
import type { MessageKey } from '../../lib/i18n/translate.ts';
import { KINDS } from '../../lib/knowledge/model/ids.ts';
import { DensityChoice } from '../density.tsx';
import { ShortcutKeys } from '../shortcut-keys.tsx';
import { SetByPolicy, useIsFixed } from '../policy.tsx';
import { RadioBar } from './radio-bar.tsx';
import type { SectionProps } from './section-props.ts';

type Props = Pick<SectionProps, 't' | 'settings' | 'change'>;

/** Which kinds are marked, how many mentions are underlined, and where on a page. */
export function MarksSection({ t, settings, change }: Props) {
  const { hiddenKinds } = settings;
  return (
    <>
      <fieldset class="set kinds">
        <legend>{t('options_kinds')}</legend>
        {[...KINDS, 'term' as const].map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={!hiddenKinds.includes(kind)}
              onChange={(event) =>
                change({
                  hiddenKinds: event.currentTarget.checked
                    ? hiddenKinds.filter((one) => one !== kind)
                    : [...hiddenKinds, kind],
                })
              }
            />
            <span class="sw" data-k={kind === 'term' ? 'own' : kind} aria-hidden="true" />
            {t(`kind_${kind}` as MessageKey)}
          </label>
        ))}
      </fieldset>
      <DensityChoice t={t} density={settings.density} underlined={null} choose={(density) => change({ density })} />
      <RadioBar
        label={t('options_scope')}
        value={settings.scope}
        onPick={(scope) => change({ scope })}
        options={[
          { value: 'page', label: t('options_scope_page') },
          { value: 'article', label: t('options_scope_article') },
        ]}
      />
    </>
  );
}

/** How cards open and look, the language, and the keys. */
export function LookSection({ t, settings, change, shortcuts, changeShortcuts }: SectionProps) {
  const isLanguageFixed = useIsFixed('language');
  return (
    <>
      <RadioBar
        label={t('options_card')}
        value={settings.cardSize}
        onPick={(cardSize) => change({ cardSize })}
        options={[
          { value: 'glance', label: t('options_card_glance') },
          { value: 'full', label: t('options_card_full') },
        ]}
      />
      <RadioBar
        label={t('options_open_on')}
        value={settings.openOn}
        onPick={(openOn) => change({ openOn })}
        options={[
          { value: 'rest', label: t('options_open_rest') },
          { value: 'click', label: t('options_open_click') },
          { value: 'key', label: t('options_open_key') },
        ]}
      />
      <RadioBar
        label={t('options_delay')}
        value={settings.openAfter}
        onPick={(openAfter) => change({ openAfter })}
        options={[300, 500, 800, 1500].map((value) => ({ value, label: t('options_seconds', value / 1000) }))}
      />
      <RadioBar
        label={t('options_theme')}
        value={settings.theme}
        onPick={(theme) => change({ theme })}
        options={[
          { value: 'system', label: t('options_theme_system') },
          { value: 'light', label: t('options_theme_light') },
          { value: 'dark', label: t('options_theme_dark') },
          { value: 'page', label: t('options_theme_page') },
        ]}
      />
      <RadioBar
        label={t('options_size')}
        value={settings.textSize}
        onPick={(textSize) => change({ textSize })}
        options={[
          { value: 0.92, label: t('options_size_small') },
          { value: 1, label: t('options_size_normal') },
          { value: 1.15, label: t('options_size_large') },
          { value: 1.3, label: t('options_size_largest') },
        ]}
      />
      <RadioBar
        label={t('options_language')}
        fixed={isLanguageFixed && <SetByPolicy t={t} />}
        value={settings.language}
        onPick={(language) => change({ language })}
        options={[
          { value: 'browser', label: t('options_language_browser') },
          { value: 'en', label: 'English' },
          { value: 'zh_CN', label: '简体中文' },
        ]}
      />
      {shortcuts && <ShortcutKeys t={t} shortcuts={shortcuts} change={changeShortcuts} />}
    </>
  );
}
