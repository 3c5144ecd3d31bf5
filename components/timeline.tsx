/** The course of an entry's controls, drawn; the same in words underneath. */
import type { Timeline as TimelineModel } from '../lib/card/card-model.ts';
import type { Translate } from '../lib/i18n/translate.ts';

const WIDTH = 346;
const LABELS = 104;
const TOP = 20;
const LANE = 17;
const BAR = 8;
const YEAR = 365.2425;

const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
const dayOfYear = (year: number) => Date.UTC(year, 0, 1) / 86_400_000;

export function Timeline({ model, t, id }: { model: TimelineModel; t: Translate; id: string }) {
  const span = Math.max(1, model.to - model.from);
  const x = (day: number) => LABELS + ((Math.max(model.from, Math.min(day, model.to)) - model.from) / span) * (WIDTH - LABELS);
  const bottom = TOP + model.lanes.length * LANE;
  const years: number[] = [];
  const step = Math.max(1, Math.ceil(span / YEAR / 6));
  for (let year = yearOf(model.from); dayOfYear(year) <= model.to; year += step) years.push(year);
  const looks = [...new Set(model.lanes.flatMap((lane) => lane.segments.map((segment) => segment.look)))];
  const pinsApart = model.article === null || Math.abs(x(model.today) - x(model.article)) > 56;
  return (
    <figure>
      <svg class="tl" viewBox={`0 0 ${WIDTH} ${bottom + 18}`} width={WIDTH} height={bottom + 18} role="img" aria-label={model.label}>
        <defs>
          {['force', 'ban'].map((look) => (
            <pattern key={look} id={`${id}-${look}`} class={`hatch ${look}`} patternUnits="userSpaceOnUse" width="4" height="4" patternTransform="rotate(45)">
              <path d="M0 0v4" />
            </pattern>
          ))}
        </defs>
        {model.article !== null && <rect class={`gap ${model.changed ? 'differs' : ''}`} x={x(Math.min(model.article, model.today))} y={TOP - 6} width={Math.abs(x(model.today) - x(model.article))} height={bottom - TOP + 6} />}
        {years.map((year) => (
          <g key={year}>
            <path class="grid" d={`M${x(dayOfYear(year))} ${TOP - 6}V${bottom}`} />
            {x(dayOfYear(year)) < WIDTH - 24 && (
              <text class="yr" x={x(dayOfYear(year)) + 2} y={bottom + 13}>
                {year}
              </text>
            )}
          </g>
        ))}
        <path class="axis" d={`M${LABELS} ${bottom}H${WIDTH}`} />
        {model.lanes.map((lane, row) => {
          const y = TOP + row * LANE;
          return (
            <g key={row} class={`lane ${lane.ban ? 'ban' : 'force'}`}>
              <text x="0" y={y + BAR}>
                {lane.label}
              </text>
              {lane.segments.map(({ from, to, look }, n) => {
                const left = x(from);
                const width = Math.max(2, x(to ?? model.to) - left);
                const box = { x: left, y, width, height: BAR, rx: 1 };
                return (
                  <g key={n}>
                    {look === 'paused' && <rect {...box} class="paused-bg" />}
                    <rect {...box} class={look === 'force' ? 'bar' : look === 'said' ? 'planned' : look} {...(look === 'paused' ? { fill: `url(#${id}-${lane.ban ? 'ban' : 'force'})` } : {})} />
                    {to === null && look === 'force' && <path class="open" fill="none" d={`M${WIDTH - 5} ${y + 1}l4 3-4 3`} />}
                  </g>
                );
              })}
            </g>
          );
        })}
        {model.article !== null && (
          <g>
            <path class="m-article" d={`M${x(model.article)} ${TOP - 8}V${bottom}`} />
            <circle class="dot-article" cx={x(model.article)} cy={TOP - 8} r="2.5" />
            {pinsApart && (
              <text class="mk" x={x(model.article)} y={8} text-anchor="middle">
                {t('card_article')}
              </text>
            )}
          </g>
        )}
        <path class="m-today" d={`M${x(model.today)} ${TOP - 8}V${bottom}`} />
        <circle class="dot-today" cx={x(model.today)} cy={TOP - 8} r="2.5" />
        <text class="mk today" x={Math.min(x(model.today), WIDTH - 14)} y={8} text-anchor="middle">
          {t('card_today_pin')}
        </text>
      </svg>
      <figcaption>
        <details class="tl-key">
          <summary>
            {looks.map((look) => (
              <span key={look}>
                <svg viewBox="0 0 16 8" class="lane" aria-hidden="true">
                  <rect class={look === 'force' ? 'bar' : look === 'said' ? 'planned' : look} x="0.5" y="0.5" width="15" height="7" rx="1" {...(look === 'paused' ? { fill: `url(#${id}-force)` } : {})} />
                </svg>
                {t(`look_${look}`)}
              </span>
            ))}
            <b>{t('card_in_words')}</b>
          </summary>
          <ol>
            {model.words.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
        </details>
      </figcaption>
    </figure>
  );
}
