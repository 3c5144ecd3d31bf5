/** The content of "Changed for you", for tests of the pages that show it. */
import type { ChangedProps } from '../../../components/changed-for-you.tsx';

export const NOTHING_CHANGED: ChangedProps = {
  changes: [],
  notifies: null,
  setNotifies: () => undefined,
  seen: () => undefined,
  openMeasure: () => undefined,
};

/** Five changes, each of a different thing. */
export const CHANGES: ChangedProps['changes'] = Array.from({ length: 5 }, (_, n) => ({
  key: `tradegloss|control/thing-${n}|x`,
  measure: `control/thing-${n}`,
  entry: `mineral/thing-${n}`,
  name: `Thing ${n}`,
  kind: 'mineral',
  tile: { type: 'initials', text: 'T' },
  who: 'China',
  toward: 'US',
  from: { glyph: 'paused', barred: true, title: 'Suspended' },
  to: { glyph: 'unknown', barred: false, title: 'Not known' },
  since: '1 Dec 2026',
  sinceDay: '2026-12-01',
  source: { grade: 'official', gradeWord: 'Official', label: 'Announcement 72', url: 'https://example.gov/72' },
}));
