/** Chooses the reader for an answer. */
import type { Item } from '../item.ts';
import type { READERS, WatchSource } from '../source.ts';
import { readCellar } from './cellar.ts';
import { readFederalRegister } from './federal-register.ts';
import { readLinks, readLinksInJson } from './links.ts';
import { readPartyList } from './party-list.ts';
import { readEcfrVersions, readHtsReleases, readScienceBase } from './versions.ts';

/** Throws `BadAnswer` for an answer that it does not understand. */
type Reader = (text: string, source: WatchSource) => Item[];

export const READER_OF: Readonly<Record<(typeof READERS)[number], Reader>> = {
  'federal-register': readFederalRegister,
  links: readLinks,
  'links-in-json': readLinksInJson,
  cellar: readCellar,
  'ecfr-versions': readEcfrVersions,
  'hts-releases': readHtsReleases,
  sciencebase: readScienceBase,
  'party-list': readPartyList,
};
