/** The choice of how many mentions are underlined: three options, each with a sample. */
import { useId } from 'preact/hooks';
import type { MessageKey, Translate } from '../lib/i18n/translate.ts';
import { DENSITIES } from '../lib/settings/defaults.ts';
import type { Density } from '../lib/settings/settings.ts';
import { SetByPolicy, useIsFixed } from './policy.tsx';
import { readSample } from './pages/sample.ts';

/** `density`: the present choice. */
export interface DensityProps {
  t: Translate;
  density: Density;
  /** The number of underlined mentions on the page for each option; null if no page is open. */
  underlined: Readonly<Record<Density, number>> | null;
  choose: (density: Density) => void;
}

/**
 * The sparsest option in which each word of the sample is underlined, in the order of the words.
 */
const SAMPLE_FROM: readonly Density[] = ['normal', 'fewer', 'all'];

function Sample({ t, density }: Pick<DensityProps, 't' | 'density'>) {
  let word = 0;
  return (
    <p class="density-sample" aria-hidden="true">
      {readSample(t('density_sample')).map((piece, k) => {
        if (typeof piece === 'string') return piece;
        const from = SAMPLE_FROM[word++] ?? 'all';
        const isUnderlined = DENSITIES.indexOf(from) <= DENSITIES.indexOf(density);
        return (
          <span key={k} class={isUnderlined ? 'line' : undefined} data-k={piece.kind} data-repeat={from === 'all'}>
            {piece.text}
          </span>
        );
      })}
    </p>
  );
}

/** Three options. Disabled if the administrator has fixed the density. */
export function DensityChoice({ t, density, underlined, choose }: DensityProps) {
  const name = useId();
  const isFixed = useIsFixed('density');
  return (
    <fieldset class="set density" disabled={isFixed}>
      <legend>
        {t('density_label')} <b>{t(`density_${density}_does` as MessageKey)}</b>
      </legend>
      <div class="picks" title={t('density_hint')}>
        {DENSITIES.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === density} onChange={() => choose(one)} />
            <span>
              {t(`density_${one}` as MessageKey)}
              {underlined && <small class="num"> {underlined[one]}</small>}
            </span>
          </label>
        ))}
      </div>
      {isFixed && <SetByPolicy t={t} />}
      <Sample t={t} density={density} />
    </fieldset>
  );
}

/** The same choice for a page, with the question if it applies to its site only or to all sites. */
export function SiteDensity({
  host,
  isOfSite,
  choose,
  ...rest
}: Omit<DensityProps, 'choose'> & {
  host: string;
  /** True if the site has its own option. */
  isOfSite: boolean;
  /** `host`: applies to this site only; null: to all sites. */
  choose: (density: Density, host: string | null) => void;
}) {
  const { t, density } = rest;
  const isFixed = useIsFixed('density');
  return (
    <div class="site-density">
      <DensityChoice {...rest} choose={(one) => choose(one, isOfSite ? host : null)} />
      {host && !isFixed && (
        <label class="density-site">
          <input
            type="checkbox"
            checked={isOfSite}
            onChange={(event) => choose(density, event.currentTarget.checked ? host : null)}
          />
          {t('density_site', host)}
        </label>
      )}
    </div>
  );
}
