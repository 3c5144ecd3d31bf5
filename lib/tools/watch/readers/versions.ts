/**
 * Reads sources that publish versions: sections of the eCFR, revisions of the tariff schedule, a
 * yearly data release.
 */
import * as v from 'valibot';
import type { Item } from '../item.ts';
import { readJson } from './json.ts';

const EcfrVersions = v.looseObject({
  content_versions: v.array(
    v.looseObject({
      amendment_date: v.string(),
      identifier: v.string(),
      name: v.string(),
      part: v.string(),
      removed: v.optional(v.boolean()),
    }),
  ),
});

/** One item for each part and each day on which sections of it changed. */
export function readEcfrVersions(text: string): Item[] {
  const items = new Map<string, Item>();
  for (const { amendment_date: day, identifier, name, part } of readJson(text, EcfrVersions).content_versions) {
    const id = `${part}@${day}`;
    const known = items.get(id);
    if (known) known.title += `, ${identifier}`;
    else
      items.set(id, {
        id,
        title: `15 CFR part ${part} amended: ${identifier}`,
        day,
        url: `https://www.ecfr.gov/on/${day}/title-15/part-${part}`,
        text: name,
      });
  }
  return [...items.values()];
}

const HtsReleases = v.array(
  v.looseObject({ name: v.string(), description: v.string(), releaseStartDate: v.optional(v.nullable(v.string())) }),
);

/** Reads both "01/31/2026" and "2026-01-31". */
function isoDay(text: string): string | null {
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(text) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  return /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 10) : null;
}

/** One item a release of the US tariff schedule. */
export const readHtsReleases = (text: string): Item[] =>
  readJson(text, HtsReleases).map(({ name, description, releaseStartDate }) => ({
    id: name,
    title: description,
    day: releaseStartDate ? isoDay(releaseStartDate) : null,
    url: `https://hts.usitc.gov/reststop/file?release=${encodeURIComponent(name)}&filename=Change%20Record`,
    text: '',
  }));

const ScienceBaseItem = v.looseObject({
  id: v.string(),
  title: v.string(),
  link: v.looseObject({ url: v.string() }),
  provenance: v.looseObject({ lastUpdated: v.string() }),
  files: v.array(v.looseObject({ name: v.string(), dateUploaded: v.optional(v.string()) })),
});

/** One item a file of a data release of the USGS. */
export function readScienceBase(text: string): Item[] {
  const { id, title, link, provenance, files } = readJson(text, ScienceBaseItem);
  return files.map(({ name, dateUploaded }) => ({
    id: `${id}/${name}`,
    title: `${title}: ${name}`,
    day: (dateUploaded ?? provenance.lastUpdated).slice(0, 10),
    url: link.url,
    text: '',
  }));
}
