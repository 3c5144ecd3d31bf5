/**
 * A report of a fault before it is sent. It shows the content, and includes the sentence only if
 * the user ticks it. The project's issue form opens with the report filled in; a build without that
 * address copies the text.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { issueUrl, reportText, type FaultReport } from '../../lib/card/export/fault-report.ts';
import { measureNames } from '../../lib/card/build/measure-names.ts';
import { whoWhomLine } from '../../lib/card/build/who-whom-line.ts';
import type { FullCard } from '../../lib/card/model/full-card.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Icon } from '../icons.tsx';
import { Notice, useNotice } from '../notice.tsx';

/** `word`: the card on which the user started the report. */
export interface ReportProps {
  word: FullCard;
  /** The list and its version: "tradegloss 2". */
  version: string;
  /** The sentence of the page; '' if there is none. */
  sentence: string;
  /** The control that is selected at first. */
  measure?: string | undefined;
  /** The address for new issues; '' if the build sets none. */
  address: string;
  copy: (text: string) => Promise<void>;
  close: () => void;
  t: Translate;
}

export function ReportFault({
  word: { card, measures },
  version,
  sentence,
  measure,
  address,
  copy,
  close,
  t,
}: ReportProps) {
  const lead = measures.find(({ isLead }) => isLead)?.id ?? '';
  const [about, setAbout] = useState(measures.some(({ id }) => id === measure) ? measure : lead);
  const [isQuoted, quote] = useState(false);
  const { said, tell } = useNotice();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const names = measureNames(measures);
  const chosen = measures.find(({ id }) => id === about);
  const report: FaultReport = {
    entry: `${card.name} (${card.id})`,
    version,
    ...(chosen && { measure: `${chosen.id}: ${whoWhomLine(chosen)}: ${chosen.title}` }),
    ...(isQuoted && { sentence }),
  };
  return (
    <section class="report" aria-labelledby="report">
      <h2 id="report" tabindex={-1} ref={heading}>
        {t('card_report')}
      </h2>
      <p class="hint">{t(address ? 'report_hint' : 'report_hint_copy')}</p>
      <label>
        <span class="about">{t('report_measure')}</span>
        <select class="field" value={about} onChange={(event) => setAbout(event.currentTarget.value)}>
          <option value="">{t('report_no_measure')}</option>
          {measures.map((one) => (
            <option key={one.id} value={one.id}>
              {names.get(one.id)}
            </option>
          ))}
        </select>
      </label>
      {sentence && (
        <label class="quoted">
          <input type="checkbox" checked={isQuoted} onChange={(event) => quote(event.currentTarget.checked)} />
          <span>
            {t('report_sentence')} <q>{sentence}</q>
          </span>
        </label>
      )}
      <pre>{reportText(report)}</pre>
      <p class="acts">
        {address ? (
          <a class="btn line" href={issueUrl(address, report)} target="_blank" rel="noopener noreferrer">
            <Icon name="open" />
            {t('report_open', new URL(address).host)}
          </a>
        ) : (
          <button
            type="button"
            class="btn line"
            onClick={() => tell(copy(reportText(report)), t('report_copied'), t('card_not_copied'))}
          >
            <Icon name="copy" />
            {t('report_copy')}
          </button>
        )}
        <button type="button" class="btn" onClick={close}>
          {t('card_close')}
        </button>
        <Notice said={said} />
      </p>
    </section>
  );
}
