/** A draft from one act of the EU, as EUR-Lex prints it. */
import { parseHTML } from 'linkedom';
import { addDays } from '../../knowledge/model/fuzzy-dates.ts';
import { BadAnswer } from '../watch/item.ts';
import { draftYaml } from './yaml.ts';

/** The English text of an act. */
export const celexUrl = (celex: string) => `https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX:${celex}`;

/**
 * The journal's date in print, "30.10.2015": beside the journal's name, in the layouts before and
 * after October 2023.
 */
const JOURNAL_DAY = /\b(\d{1,2})\.(\d{1,2})\.(20\d\d)\b/;
const ENTRY_INTO_FORCE = /This (?:Regulation|Decision) shall enter into force\b/;

/** The draft as YAML. Throws BadAnswer if the answer is not an act. */
export function draftFromCelex(celex: string, answer: string): string {
  if (answer.trim() === '') throw new BadAnswer('the answer is empty');
  const text = readableText(answer);
  const journal = JOURNAL_DAY.exec(text);
  const title = titleIn(text);
  if (!journal || title === null)
    throw new BadAnswer('the answer is no act of the Official Journal: its title or its day was not found');
  const [, day = '', month = '', year = ''] = journal;
  const published = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const force = entryIntoForce(text);
  return draftYaml({
    by: 'agency/european-commission',
    provision: numberIn(title) ?? celex,
    title,
    public: published,
    bites: force ? firstDay(force, published) : null,
    basis: 'law',
    source: {
      key: 'eur-lex',
      url: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${celex}`,
      publisher: 'EUR-Lex',
      title: title.slice(0, 300),
      date: published,
    },
    evidence: [
      title,
      `Published in the Official Journal on ${published}.`,
      force ? `Entry into force: ${force}` : 'Entry into force: the sentence was not found; read the last article.',
    ],
  });
}

/** The text of the page, with a space after each paragraph. */
function readableText(html: string): string {
  const { document } = parseHTML(html.replace(/<\/(?:p|div|td|li|h\d)>/gi, '$& '));
  // A text without tags has no root element, and asking for its body would throw.
  const root: Element | null = document.documentElement;
  return ((root && document.body?.textContent) ?? root?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The sentence that says when an act enters into force. */
function entryIntoForce(text: string): string | null {
  const from = text.search(ENTRY_INTO_FORCE);
  const end = text.indexOf('.', from);
  return from < 0 || end < 0 ? null : text.slice(from, end + 1);
}

/** The title runs from the kind of act to its enacting institution. */
function titleIn(text: string): string | null {
  const [title] =
    /(?:COMMISSION|COUNCIL)(?: IMPLEMENTING| DELEGATED)? (?:REGULATION|DECISION)\b.*?(?= THE (?:EUROPEAN COMMISSION|COUNCIL OF THE EUROPEAN UNION)|$)/is.exec(
      text,
    ) ?? [];
  return title ? title.slice(0, 500).trim() : null;
}

const numberIn = (title: string): string | null => {
  const [, number] = /((?:\(EU\) )?(?:No )?\d{2,4}\/\d{2,4})\b/.exec(title) ?? [];
  return number === undefined ? null : `Regulation ${number}`;
};

function firstDay(sentence: string, published: string): string | null {
  const after = /\b(?:on the )?(day|twentieth day|third day) following (?:that of )?its publication/i.exec(sentence);
  const days = { day: 1, 'third day': 3, 'twentieth day': 20 }[after?.[1]?.toLowerCase() ?? ''];
  return days === undefined ? null : addDays(published, days);
}
