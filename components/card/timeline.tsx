/** Draws the course of an entry's controls, and lists the same in words below. */
import type { Timeline as TimelineModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';

/** Lengths in the drawing's own units; the style sheet scales it with the card. */
interface Plan {
  width: number;
  /** Width for the names of lanes. */
  labels: number;
  lane: number;
  bar: number;
}
const NARROW: Plan = { width: 346, labels: 124, lane: 17, bar: 8 };
/** The plan for the page of an entry. */
const WIDE: Plan = { width: 760, labels: 220, lane: 26, bar: 11 };
const TOP = 20;
const DAYS_A_YEAR = 365.2425;
const MAX_YEAR_LABELS = 6;
/** Units for the word above a pin. */
const PIN_ROOM = 40;
/** Units for half of the word "today" and a gap. */
const TODAY_ROOM = 20;

const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
const firstDayOf = (year: number) => Date.UTC(year, 0, 1) / 86_400_000;

type Lane = TimelineModel['lanes'][number];
type Segment = Lane['segments'][number];
type Scale = (day: number) => number;

function scaleOf({ from, to }: TimelineModel, { width, labels }: Plan): Scale {
  const span = Math.max(1, to - from);
  return (day) => labels + ((Math.max(from, Math.min(day, to)) - from) / span) * (width - labels);
}

function yearsOf({ from, to }: TimelineModel): number[] {
  const step = Math.max(1, Math.ceil((to - from) / DAYS_A_YEAR / MAX_YEAR_LABELS));
  const years: number[] = [];
  for (let year = yearOf(from); firstDayOf(year) <= to; year += step) years.push(year);
  return years;
}

const Hatches = ({ id }: { id: string }) => (
  <defs>
    {['force', 'ban'].map((look) => (
      <pattern
        key={look}
        id={`${id}-${look}`}
        class={`hatch ${look}`}
        patternUnits="userSpaceOnUse"
        width="4"
        height="4"
        patternTransform="rotate(45)"
      >
        <path d="M2 0v4" />
      </pattern>
    ))}
  </defs>
);

/** A bar in force without a known end is solid up to today and then a thin arrow. */
function Bar({
  segment: { from, to, look },
  y,
  x,
  today,
  fill,
  plan: { width, bar },
}: {
  segment: Segment;
  y: number;
  x: Scale;
  today: number;
  fill: string;
  plan: Plan;
}) {
  if (look === 'ended') return null;
  const openEnd = to === null && look === 'force' && from <= today;
  const left = x(from);
  const right = openEnd ? x(today) : to === null ? width : x(to);
  const inset = look === 'force' ? 0 : 0.5;
  const box = {
    x: left + inset,
    y: y + inset,
    width: Math.max(2, right - left - 2 * inset),
    height: bar - 2 * inset,
    rx: 1,
  };
  return (
    <g>
      {look === 'paused' && <rect {...box} class="under" />}
      <rect {...box} class={look} {...(look === 'paused' ? { fill } : {})} />
      {openEnd && (
        <path class="no-end" d={`M${right} ${y + bar / 2}H${width - 1}M${width - 4} ${y + bar / 2 - 3}l3 3-3 3`} />
      )}
    </g>
  );
}

function Pins({
  model: { article, today },
  x,
  bottom,
  t,
  plan: { width },
}: {
  model: TimelineModel;
  x: Scale;
  bottom: number;
  t: Translate;
  plan: Plan;
}) {
  const at = (day: number) => Math.min(x(day), width - 14);
  // If the two pins are too near, the article's word ends before today's begins.
  const apart = article !== null && at(today) - at(article) > PIN_ROOM;
  const beside = article !== null && !apart && today - article > 0;
  return (
    <>
      {article !== null && (
        <g>
          <path class="line-article" d={`M${x(article)} ${TOP - 4}V${bottom}`} />
          <circle class="head-article" cx={x(article)} cy={TOP - 6} r="2.5" />
          {(apart || beside) && (
            <text
              class="pin"
              x={apart ? at(article) : Math.min(at(article) + 3, at(today) - TODAY_ROOM)}
              y={TOP - 12}
              text-anchor={apart ? 'middle' : 'end'}
            >
              {t('card_article')}
            </text>
          )}
        </g>
      )}
      <path class="line-today" d={`M${x(today)} ${TOP - 4}V${bottom}`} />
      <circle class="head-today" cx={x(today)} cy={TOP - 6} r="2.5" />
      <text class="pin today" x={at(today)} y={TOP - 12} text-anchor="middle">
        {t('card_today_pin')}
      </text>
    </>
  );
}

function Key({ model, t, id }: { model: TimelineModel; t: Translate; id: string }) {
  const looks = [...new Set(model.lanes.flatMap((lane) => lane.segments.map((segment) => segment.look)))].filter(
    (look) => look !== 'ended',
  );
  return (
    <details class="tl-key">
      <summary>
        {looks.map((look) => (
          <span key={look}>
            <svg viewBox="0 0 16 8" class="lane" aria-hidden="true">
              <rect
                class={look}
                x="0.5"
                y="0.5"
                width="15"
                height="7"
                rx="1"
                {...(look === 'paused' ? { fill: `url(#${id}-force)` } : {})}
              />
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
  );
}

/** `id` must be unique in the document, since the hatch is referred to by it. */
export function Timeline({
  model,
  t,
  id,
  isWide = false,
}: {
  model: TimelineModel;
  t: Translate;
  id: string;
  isWide?: boolean;
}) {
  const plan = isWide ? WIDE : NARROW;
  const { width, labels, lane: laneHeight, bar } = plan;
  const { article, today, lanes } = model;
  const x = scaleOf(model, plan);
  const bottom = TOP + lanes.length * laneHeight;
  return (
    <figure>
      <svg
        class="tl"
        viewBox={`0 0 ${width} ${bottom + 16}`}
        width={width}
        height={bottom + 16}
        role="img"
        aria-label={model.label}
      >
        <Hatches id={id} />
        {article !== null && (
          <rect
            class={model.changed ? 'between differs' : 'between'}
            x={x(Math.min(article, today))}
            y={TOP - 4}
            width={Math.abs(x(today) - x(article))}
            height={bottom - TOP + 4}
          />
        )}
        {yearsOf(model).map((year) => (
          <g key={year}>
            <path class="hair" d={`M${x(firstDayOf(year))} ${TOP - 4}V${bottom + 4}`} />
            {x(firstDayOf(year)) < width - 22 && (
              <text class="year" x={x(firstDayOf(year)) + 3} y={bottom + 12}>
                {year}
              </text>
            )}
          </g>
        ))}
        <path class="axis" d={`M${labels} ${bottom}H${width}`} />
        {lanes.map((lane, row) => {
          const y = TOP + row * laneHeight + (laneHeight - bar) / 2 - 3;
          return (
            <g key={row} class={lane.ban ? 'lane ban' : 'lane'}>
              <text x="0" y={y + bar}>
                {lane.label}
              </text>
              {lane.segments.map((segment, n) => (
                <Bar
                  key={n}
                  segment={segment}
                  y={y}
                  x={x}
                  today={today}
                  fill={`url(#${id}-${lane.ban ? 'ban' : 'force'})`}
                  plan={plan}
                />
              ))}
            </g>
          );
        })}
        <Pins model={model} x={x} bottom={bottom} t={t} plan={plan} />
      </svg>
      <figcaption>
        <Key model={model} t={t} id={id} />
      </figcaption>
    </figure>
  );
}
