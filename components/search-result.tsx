/** One search result. It is drawn again only if something in it changed. */
import { Component } from 'preact';
import { lineText, type AskedLine } from '../lib/card/lookup/line-text.ts';
import { resultText } from '../lib/card/lookup/result-row.ts';
import type { ResultRow } from '../lib/card/lookup/lookup-model.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import { Tile } from './card/card-head.tsx';
import { Glyph } from './glyph.tsx';
import { MarkedText } from './marked-text.tsx';

const Line = ({ line, t }: { line: AskedLine; t: Translate }) => (
  <span class="s marked">
    <Glyph look={line.glyph} barred={line.barred} />
    <span>{lineText(line, t)}</span>
  </span>
);

/**
 * The first result of a question: issuer, target and state of the measure that the question asks
 * for, then other measures of the entry.
 */
function AnswerLines({ row, t }: { row: ResultRow; t: Translate }) {
  const [first, ...others] = row.lines;
  if (!first) return null;
  return (
    <>
      {first.none && <span class="s">{first.none}</span>}
      <span class="whom">
        {first.of && `${first.of}: `}
        {first.toward ? t('result_toward', first.who, first.toward) : first.who}
      </span>
      <span class="asked">
        <Glyph look={first.glyph} barred={first.barred} />
        <span>{first.state}</span>
      </span>
      {row.why && <span class="s">{row.why}</span>}
      {others.length > 0 && (
        <span class="others">
          <span class="hint">{t('result_others')}</span>
          {others.map((line, i) => (
            <Line key={i} line={line} t={t} />
          ))}
        </span>
      )}
    </>
  );
}

/**
 * The status that the query asks for, or else the kind; then why the entry was found, if that is
 * not obvious.
 */
function SecondLine({ row, t }: { row: ResultRow; t: Translate }) {
  const [line] = row.lines;
  return (
    <span class={line ? 's marked' : 's'}>
      {line && <Glyph look={line.glyph} barred={line.barred} />}
      <span>
        {[resultText(row, t) || [row.kindLabel, row.list].filter(Boolean).join(' · '), row.why]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}

interface ResultProps {
  t: Translate;
  id: string;
  entry: string;
  row: ResultRow;
  /** The part of the name that the user typed; may be ''. */
  part: string;
  /** True if the row is drawn as the answer to a question. */
  isAnswer: boolean;
  /** True if the row is selected by the keyboard. */
  isAt: boolean;
  /** The position among all results, from 1. */
  place: number;
  of: number;
  /** True if the page in the tab mentions the entry. */
  isHere: boolean;
  open: (entry: string) => void;
}

const Name = ({ row, part }: Pick<ResultProps, 'row' | 'part'>) => (
  <span class="n">
    <MarkedText text={row.name} part={part} />
    {row.altName && (
      <>
        {' '}
        <span class="alt" lang={row.altName.lang}>
          <MarkedText text={row.altName.text} part={part} />
        </span>
      </>
    )}
  </span>
);

/** Compares the fields that are drawn, since each keystroke makes new rows. */
const isSameRow = (a: ResultRow, b: ResultRow): boolean =>
  a === b ||
  (a.id === b.id &&
    a.name === b.name &&
    a.altName?.text === b.altName?.text &&
    a.tile === b.tile &&
    a.lines === b.lines &&
    a.words === b.words &&
    a.why === b.why &&
    a.list === b.list);

export class Result extends Component<ResultProps> {
  override shouldComponentUpdate({ row, ...next }: ResultProps): boolean {
    const names = Object.keys(next) as (keyof typeof next)[];
    return names.some((name) => next[name] !== this.props[name]) || !isSameRow(row, this.props.row);
  }

  override render({ t, id, entry, row, part, isAnswer, isAt, place, of, isHere, open }: ResultProps) {
    const hasAnswer = isAnswer && row.lines.length > 0;
    return (
      <li
        id={id}
        class={hasAnswer ? 'row answer' : 'row'}
        role="option"
        aria-selected={isAt}
        aria-posinset={place}
        aria-setsize={of}
        onClick={() => open(entry)}
      >
        <Tile kind={row.kind} tile={row.tile} size="small" />
        <span>
          <Name row={row} part={part} />
          {hasAnswer ? <AnswerLines row={row} t={t} /> : <SecondLine row={row} t={t} />}
        </span>
        {isHere ? <span class="hint">{t('search_on_page')}</span> : <span />}
      </li>
    );
  }
}
