/** The common input of every page of the site. */
import { createMessages } from '../../../i18n/messages.ts';
import { languageTag, type Locale } from '../../../i18n/translate.ts';
import { indexKnowledge, type Knowledge } from '../../../knowledge/model/knowledge-index.ts';
import type { Day, KnowledgeList } from '../../../knowledge/model/schema.ts';
import { datesAhead, datesPassed, type FiledDate } from '../../../knowledge/status/filed-dates.ts';
import type { Voice } from '../../../knowledge/wording/terms.ts';
import type { Changes } from '../previous.ts';
import { linkTo, pathIn } from './paths.ts';
import { siteTexts, type SiteTexts } from './texts.ts';

/** The texts of a publication, in both languages. */
export interface Publication {
  list: KnowledgeList;
  knowledge: Knowledge;
  changes: Changes;
  /** The day of the list. States are computed for it, so that two runs give the same pages. */
  today: Day;
  ahead: FiledDate[];
  passed: FiledDate[];
}

/** Indexes the list once. "Today" is its date, so that the same list gives the same site. */
export function publicationOf(list: KnowledgeList, changes: Changes): Publication {
  const knowledge = indexKnowledge(list);
  const today = list.updated;
  return {
    list,
    knowledge,
    changes,
    today,
    ahead: datesAhead(knowledge, today),
    passed: datesPassed(knowledge, today),
  };
}

/** One page in one language. */
export interface PageContext extends Publication {
  locale: Locale;
  voice: Voice;
  s: SiteTexts;
  /** The path of the page, without and with the folder of the language. */
  page: string;
  path: string;
  /** The link to another page of the same language. */
  to: (page: string) => string;
  /** The link to a file that both languages share. */
  toShared: (path: string) => string;
}

/** `page`: the path of the page within its language. */
export function pageContext(publication: Publication, locale: Locale, page: string): PageContext {
  const path = pathIn(locale, page);
  const voice: Voice = { t: createMessages(locale), lang: languageTag(locale), knowledge: publication.knowledge };
  return {
    ...publication,
    locale,
    voice,
    s: siteTexts(locale),
    page,
    path,
    to: (other) => linkTo(path, pathIn(locale, other)),
    toShared: (other) => linkTo(path, other),
  };
}
