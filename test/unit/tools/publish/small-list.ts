/** Versions of a small list of made-up firms under the id of the built-in one. */
import * as v from 'valibot';
import { KnowledgeList } from '../../../../lib/knowledge/model/schema.ts';
import { entry, FIRMS, list } from '../../subscriptions/list-documents.ts';

const sources = { order: { url: 'https://gazette.example/1', publisher: 'Gazette', class: 'official' } };
const AGENCY = entry('harbour-board', { id: 'agency/harbour-board', kind: 'agency', country: 'CN' });
const ORDER = entry('order-one', { id: 'instrument/order-one', kind: 'instrument' });
const CONTROL = {
  id: 'control/magnets',
  by: 'agency/harbour-board',
  text: { instrument: 'instrument/order-one' },
  title: 'licence for magnets',
  restrains: 'export',
  way: 'licence',
  covers: [{ entry: 'company/lindholm-magnetics' }],
  toward: { destinations: ['US'] },
  sources,
};
const on = ['control/magnets'];
const IMPOSED = {
  id: 'act/magnets-imposed',
  does: 'imposes',
  on,
  public: '2026-01-10',
  basis: 'notice',
  src: ['order'],
  sources,
};
const PAUSED = {
  ...IMPOSED,
  id: 'act/magnets-paused',
  does: 'suspends',
  public: '2026-05-10',
  upTo: { day: '2027-03-31', included: 'yes', then: 'unsaid' },
};

/** From version 3 on the measure is suspended. Each version changes the text of one firm. */
export const smallList = (version: number): KnowledgeList =>
  v.parse(
    KnowledgeList,
    JSON.parse(
      list(version, [AGENCY, ORDER, entry(FIRMS[0] ?? '', { importance: version % 5 }), ...FIRMS.slice(1, 4)], {
        id: 'tradegloss',
        controls: [CONTROL],
        acts: version >= 3 ? [IMPOSED, PAUSED] : [IMPOSED],
      }),
    ),
  );
