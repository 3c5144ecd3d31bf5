/**
 * Drafts a control and its first act from a document of the Federal Register or an act of the EU:
 * the source, the dates, and the sentences that give them. Decisions for a person are marked
 * `TODO`, which the check of the list refuses.
 */
import { fetchAnswer, type Fetch } from '../watch/fetch-answer.ts';
import { CELEX, FEDERAL_REGISTER } from '../watch/document-numbers.ts';
import { BadAnswer } from '../watch/item.ts';
import { draftFromCelex, celexUrl } from './celex.ts';
import { draftFromFederalRegister, federalRegisterUrl } from './federal-register.ts';

/** Resolves to YAML. Throws `BadAnswer` if the number or the answer is not as expected. */
export async function draftItem(item: string, fetcher?: Fetch): Promise<string> {
  if (FEDERAL_REGISTER.test(item))
    return draftFromFederalRegister(await fetchAnswer(federalRegisterUrl(item), fetcher));
  if (CELEX.test(item)) return draftFromCelex(item, await fetchAnswer(celexUrl(item), fetcher));
  throw new BadAnswer(
    `${item} is neither a number of the Federal Register (2025-19001) nor a CELEX number (32025R2003)`,
  );
}
