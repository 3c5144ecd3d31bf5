/**
 * The measures of a full card below its answer. Each shows issuer and target, its state, the day
 * since when, the legal text with its source, and its notes.
 */
import type { ComponentChildren } from 'preact';
import type { Measure, MeasurePlace } from '../../lib/card/model/measure.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { gapAfter, titleBefore } from '../../lib/card/model/state-gap.ts';
import { Glyph } from '../glyph.tsx';
import { Icon } from '../icons.tsx';
import { NoBreakText } from '../no-break-text.tsx';
import { GradeLink } from './grade-link.tsx';
import { WhoLine } from './answer.tsx';
import { Notes } from './notes.tsx';

/**
 * Measures shown below one heading; more are folded. A single further one is shown too, since
 * folding it would save nothing.
 */
const MAX_SHOWN = 4;

/** The state of a measure: its title in bold, then the rest. */
export function MeasureState({ measure }: { measure: Measure }) {
  const { title, rest } = measure;
  return (
    <>
      <b>
        <NoBreakText text={titleBefore(title, rest)} />
      </b>
      {gapAfter(title, rest)}
      <NoBreakText text={rest} />
    </>
  );
}

/** The star of a measure. */
export type StarOf = (measure: Measure) => ComponentChildren;

function MeasureBlock({ measure, t, starOf }: { measure: Measure; t: Translate; starOf?: StarOf | undefined }) {
  const { who, toward, restricts, changed, glyph, barred, since, text, source, notes } = measure;
  return (
    <div class="measure" data-measure={measure.id}>
      <WhoLine who={who} toward={toward} restricts={restricts} changed={changed} star={starOf?.(measure)} t={t} />
      <div class="state">
        <Glyph look={glyph} barred={barred} />
        <p>
          <MeasureState measure={measure} />
          <span class="by">
            <NoBreakText text={text} />
            {source && <GradeLink source={source} />}
          </span>
        </p>
        {since && <span class="day">{t('measure_since', since)}</span>}
      </div>
      <Notes notes={notes} t={t} open={1} />
    </div>
  );
}

const blocks = (measures: readonly Measure[], t: Translate, starOf?: StarOf) =>
  measures.map((measure) => <MeasureBlock key={measure.id} measure={measure} t={t} starOf={starOf} />);

interface SectionProps {
  title: string;
  measures: readonly Measure[];
  t: Translate;
  starOf?: StarOf | undefined;
}

/** A group that is folded into one line with its count. */
export function Fold({ title, measures, t, starOf }: SectionProps) {
  if (measures.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        <Icon name="fold" />
        {title}
        <i>{measures.length}</i>
      </summary>
      <div>{blocks(measures, t, starOf)}</div>
    </details>
  );
}

function Section({ title, measures, t, starOf }: SectionProps) {
  if (measures.length === 0) return null;
  const shown = measures.length === MAX_SHOWN + 1 ? measures : measures.slice(0, MAX_SHOWN);
  return (
    <section class="card-sec">
      <h3 class="label">{title}</h3>
      {blocks(shown, t, starOf)}
      {measures.length > shown.length && (
        <div class="folds">
          <Fold title={t('measure_rest')} measures={measures.slice(shown.length)} t={t} starOf={starOf} />
        </div>
      )}
    </section>
  );
}

/**
 * Groups that are always folded: broad rules, mere listings, and duties of others than the lead's
 * issuer.
 */
export const FOLDS: readonly { place: MeasurePlace; title: MessageKey }[] = [
  { place: 'broad', title: 'measure_broad' },
  { place: 'listed', title: 'measure_listed' },
  { place: 'duties', title: 'measure_duties' },
];

/**
 * Shows only the notes of the lead, since the answer above shows the rest. Then come other
 * measures of the same issuer, those of other issuers, and the folded groups.
 */
export function Measures({ measures, t, starOf }: Omit<SectionProps, 'title'>) {
  const lead = measures.find(({ isLead }) => isLead);
  const others = measures.filter(({ isLead }) => !isLead);
  const open = others.filter(({ place }) => place === 'open');
  const isSame = ({ who }: Measure) => who === lead?.who;
  return (
    <>
      {lead && <Notes notes={lead.notes} t={t} open={2} />}
      {lead && <Section title={t('measure_same', lead.who)} measures={open.filter(isSame)} t={t} starOf={starOf} />}
      <Section
        title={t(lead ? 'measure_others' : 'measure_all')}
        measures={open.filter((measure) => !isSame(measure))}
        t={t}
        starOf={starOf}
      />
      <div class="folds">
        {FOLDS.map(({ place, title }) => (
          <Fold
            key={place}
            title={t(title)}
            measures={others.filter((one) => one.place === place)}
            t={t}
            starOf={starOf}
          />
        ))}
      </div>
    </>
  );
}
