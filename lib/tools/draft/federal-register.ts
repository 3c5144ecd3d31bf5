/** A draft from one document of the Federal Register. */
import * as v from 'valibot';
import { FederalRegisterDocument } from '../watch/readers/federal-register.ts';
import { readJson } from '../watch/readers/json.ts';
import { draftYaml } from './yaml.ts';

const Document = v.looseObject({
  ...FederalRegisterDocument.entries,
  agencies: v.optional(v.array(v.looseObject({ slug: v.optional(v.string()), name: v.optional(v.string()) })), []),
});

/** The base's entries for the agencies that publish most of its acts, by the register's names. */
const AGENCIES: Readonly<Record<string, string>> = {
  'industry-and-security-bureau': 'agency/bis',
  'foreign-assets-control-office': 'agency/ofac',
  'trade-representative-office-of-united-states': 'agency/ustr',
  'u-s-customs-and-border-protection': 'agency/cbp',
  'international-trade-administration': 'agency/us-ita',
  'executive-office-of-the-president': 'agency/white-house',
};

/** The JSON of a document. */
export const federalRegisterUrl = (number: string) => `https://www.federalregister.gov/api/v1/documents/${number}.json`;

/** The draft as YAML. Throws BadAnswer if the answer is not such a document. */
export function draftFromFederalRegister(answer: string): string {
  const found = readJson(answer, Document);
  const { document_number, title, html_url, publication_date, effective_on, citation, action, dates, abstract } = found;
  const agency = found.agencies.find(({ slug }) => slug !== undefined && slug in AGENCIES)?.slug;
  return draftYaml({
    by: (agency && AGENCIES[agency]) ?? 'TODO',
    provision: citation ?? document_number,
    title,
    public: publication_date,
    bites: effective_on ?? null,
    basis: found.type === 'Rule' || found.type === 'Presidential Document' ? 'law' : 'notice',
    source: { key: 'federal-register', url: html_url, publisher: 'Federal Register', title, date: publication_date },
    evidence: [
      ...(action ? [`Action: ${action}`] : []),
      ...(dates ? [`Dates: ${dates}`] : ['Dates: the document states none; its day of publication stands.']),
      ...(abstract ? [`Summary: ${abstract}`] : []),
    ],
  });
}
