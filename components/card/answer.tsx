/**
 * The answer of a card in both sizes: who restricts what toward whom, then and now, and the source.
 */
import type { ComponentChildren } from 'preact';
import type { GlanceModel } from '../../lib/card/model/glance-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { gapAfter, titleBefore } from '../../lib/card/model/state-gap.ts';
import { splitBrackets } from '../../lib/core/letters.ts';
import { Glyph } from '../glyph.tsx';
import { Icon, type IconName } from '../icons.tsx';
import { NoBreakText } from '../no-break-text.tsx';

type LeadModel = NonNullable<GlanceModel['lead']>;
type Row = LeadModel['rows'][number];
type Source = NonNullable<GlanceModel['source']>;

/** A measure. Brackets at its end are hidden if there is no room. */
function Bracketed({ text }: { text: string }) {
  const [bare, brackets] = splitBrackets(text);
  return (
    <>
      {bare}
      {brackets && <span class="brackets">{brackets}</span>}
    </>
  );
}

/** The first line of an answer: who restricts what toward whom. */
export function WhoLine({
  who,
  toward,
  restricts,
  changed,
  star,
  t,
}: {
  who: string;
  toward: string;
  restricts: string;
  changed: boolean;
  /** The star that follows the measure. */
  star?: ComponentChildren;
  t: Translate;
}) {
  return (
    <p class="who">
      <span>
        <b>{who}</b>
        {toward && (
          <>
            {' '}
            <Icon name="arrow" />
            <span class="vh">{t('card_toward')}</span> <b>{toward}</b>
          </>
        )}
        {restricts && (
          <span class="act">
            <Bracketed text={restricts} />
          </span>
        )}
      </span>
      {changed && (
        <span class="cue">
          <Icon name="differs" />
          {t('card_changed')}
        </span>
      )}
      {star}
    </p>
  );
}

function LeadRow({ row: { when, label, glyph, barred, title, rest, date } }: { row: Row }) {
  const told = <NoBreakText text={titleBefore(title, rest)} />;
  return (
    <li class={`state ${when}`}>
      {label && <span class="when">{label}</span>}
      <Glyph look={glyph} barred={barred} />
      <p>
        {when === 'then' ? told : <b>{told}</b>}
        {gapAfter(title, rest)}
        <NoBreakText text={rest} />
        {date && <span class="day">{date}</span>}
      </p>
    </li>
  );
}

/** The sign of each grade, beside its word. */
export const GRADE_ICON: Record<Source['grade'], IconName> = {
  official: 'seal',
  'law-firm': 'scales',
  press: 'press',
  other: 'open',
};

/** The grade of a source: its icon and word. */
export const Grade = ({ grade, word }: { grade: Source['grade']; word: string }) => (
  <span class="grade" data-grade={grade}>
    <Icon name={GRADE_ICON[grade]} />
    {word}
  </span>
);

/** The best source, and the day to which the base is complete. */
function SourceLine({ source, aside }: { source: Source | null; aside: string }) {
  if (!source && !aside) return null;
  return (
    <p class="src-line">
      {source && (
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          <Grade grade={source.grade} word={source.gradeWord} />
          <span class="title">{source.label}</span>
        </a>
      )}
      {aside && <span class="known-to">{aside}</span>}
    </p>
  );
}

/** The answer of a body or a list: its latest acts and its counts. */
function Digest({ digest, t }: { digest: NonNullable<GlanceModel['digest']>; t: Translate }) {
  const { heading, aside, acts, counts, latest } = digest;
  return (
    <>
      {heading && (
        <p class="who">
          <span>
            <b>{heading}</b>
            {aside && <span class="act">{aside}</span>}
          </span>
        </p>
      )}
      {latest && (
        <>
          <WhoLine {...latest} restricts={latest.measure} changed={false} t={t} />
          <ol>
            <LeadRow row={latest.row} />
          </ol>
        </>
      )}
      {acts.length > 0 && (
        <ol class="acts5">
          {acts.map(({ label, day }) => (
            <li key={day + label}>
              <b title={label}>{label}</b> <span>{day}</span>
            </li>
          ))}
        </ol>
      )}
      {counts.length > 0 && (
        <ul class="tally">
          {counts.map(({ glyph, text }) => (
            <li key={text}>
              <Glyph look={glyph} />
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface AnswerProps {
  model: GlanceModel;
  /** The star that follows the leading measure. */
  star?: ComponentChildren;
  t: Translate;
}

/** The whole answer. Draws nothing if the base has neither a measure nor a source. */
export function Answer({ model, star, t }: AnswerProps) {
  const { lead, digest, none, news, source, changed, knownTo, asOf, lang } = model;
  if (!lead && !digest && !none && !source) return null;
  return (
    <div class="answer">
      {lead && (
        <>
          <WhoLine {...lead} restricts={lead.measure} changed={changed} star={star} t={t} />
          <ol>
            {lead.rows.map((row) => (
              <LeadRow key={row.when} row={row} />
            ))}
          </ol>
        </>
      )}
      {digest && <Digest digest={digest} t={t} />}
      {!lead && !digest && none && <p class="none">{none}</p>}
      {news.length > 0 && (
        <p class="news" lang={lang}>
          {news.map((sentence) => (
            <span key={sentence}>
              <NoBreakText text={sentence} />{' '}
            </span>
          ))}
        </p>
      )}
      <SourceLine source={source} aside={asOf ?? knownTo} />
    </div>
  );
}
