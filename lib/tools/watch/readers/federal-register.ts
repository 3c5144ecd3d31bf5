/**
 * Reads documents of the Federal Register:
 * https://www.federalregister.gov/developers/documentation/api/v1.
 */
import * as v from 'valibot';
import type { Item } from '../item.ts';
import { readJson } from './json.ts';

/** The fields that we read. Days are YYYY-MM-DD; `dates` is the rule's own sentence on them. */
export const FederalRegisterDocument = v.looseObject({
  document_number: v.string(),
  title: v.string(),
  html_url: v.string(),
  publication_date: v.string(),
  abstract: v.optional(v.nullable(v.string())),
  action: v.optional(v.nullable(v.string())),
  effective_on: v.optional(v.nullable(v.string())),
  citation: v.optional(v.nullable(v.string())),
  dates: v.optional(v.nullable(v.string())),
  type: v.optional(v.nullable(v.string())),
});
const Answer = v.looseObject({ count: v.number(), results: v.optional(v.array(FederalRegisterDocument), []) });

export const readFederalRegister = (text: string): Item[] =>
  readJson(text, Answer).results.map(({ document_number, title, html_url, publication_date, abstract, action }) => ({
    id: document_number,
    title,
    day: publication_date,
    url: html_url,
    text: [action, abstract].filter(Boolean).join(' '),
  }));
