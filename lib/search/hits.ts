/** Makes the hits that a search returns: what a list's line or an answer says, in words. */
import type { Answer } from './answer.ts';
import type { AskedPlace } from './asked-places.ts';
import type { MatchKind } from './best-hits.ts';
import type { NameHit } from './find-names.ts';
import type { Field } from './search-text.ts';
import type { TextIndex } from './text-index.ts';

/** A search result, before its texts are made. */
export interface Hit {
  /** The ref of the entry. */
  entry: string;
  /** The entry's own name. */
  name: string;
  /** Its first name in simplified Chinese; '' if it has none. */
  chinese: string;
  how: MatchKind | 'facts';
  /** `called`: the query is a nickname of the entry or of something that belongs to it. */
  field: Field | 'called';
  /** The name or code that matched, as the list writes it. */
  text: string;
  /** BCP 47 language of a name, `und` for others. */
  lang: string;
  /** Ids of the measures that the query asks for; empty if it only asks for the entry. */
  measures: readonly string[];
  /** True if the query asks for people in office. */
  asksOffice: boolean;
  /** The countries that the query asks about. */
  places: readonly AskedPlace[];
}

/** `line`: a line of the index, or, behind the last line, a number of an announcement. */
export function hitOfName(index: TextIndex, { entry, line, how }: NameHit): Hit {
  const form = index.all.forms[line - index.count];
  const at = form?.line ?? line;
  return {
    entry: index.refs.at(entry),
    name: index.ownNameAt(at),
    chinese: index.nameIn('zh-Hans', at),
    how,
    field: form ? 'number' : index.fieldOf(at),
    text: index.texts.at(at),
    lang: index.langOf(at),
    measures: [],
    asksOffice: false,
    places: [],
  };
}

/**
 * The hit of an answer: by the line of the name that matched, or the entry's own name if none did.
 */
export function hitOfAnswer(index: TextIndex, { entry, line, isTypo, code }: Answer): Hit {
  if (line === null) return { ...hitOfName(index, { entry, line: index.lineOf(entry), how: 'word' }), how: 'facts' };
  return {
    ...hitOfName(index, { entry, line, how: isTypo ? 'typo' : 'word' }),
    how: isTypo ? 'typo' : 'facts',
    ...code,
  };
}
