/** Describes the timeline in words, for users who do not see the drawing. */
import { uncapitalize } from '../../core/letters.ts';
import { OVER } from '../status/states.ts';
import type { LaneSegment, TimelineLane } from '../status/timeline.ts';
import { dayWords } from './dates.ts';
import { clauseWords } from './status-phrases.ts';
import { nameWords, stateWords, towardWords, wayWords, type Voice } from './terms.ts';

/**
 * "China, MOFCOM Announcement No. 46 of 2024: refused in principle, United States". The way is left
 * out if it changed over time.
 */
function laneWords({ row }: TimelineLane, changes: boolean, voice: Voice): string {
  const { knowledge, t } = voice;
  const country = knowledge.entries.get(row.issuer)?.country;
  const who = country === undefined || country === 'INT' ? nameWords(row.issuer, voice) : nameWords(country, voice);
  const { instrument, provision } = row.control.text;
  const text = t('status_provision', who, nameWords(instrument, voice));
  const measure = provision === undefined ? text : t('status_provision', text, clauseWords(provision, voice));
  const toward = towardWords(row.toward, voice);
  const way = uncapitalize(wayWords(row.way, voice));
  const what = changes ? toward : toward ? t('status_provision', way, toward) : way;
  return what ? t('status_bracket', measure, what) : measure;
}

function segmentWords({ from, to, state }: LaneSegment, voice: Voice): string {
  const { t } = voice;
  const name = stateWords(state, voice);
  if (from === null) return to === null ? name : t('status_span_until', name, dayWords(to, voice));
  if (to === from) return t('status_span_day', name, dayWords(from, voice));
  if (to !== null) return t('status_span_to', name, dayWords(from, voice), dayWords(to, voice));
  return t(
    OVER.has(state) || state === 'not known since' ? 'status_span_from' : 'status_span_since',
    name,
    dayWords(from, voice),
  );
}

/**
 * One sentence for each lane: "Licence needed, all destinations: in force since 1 Aug 2023, no end
 * date."
 */
export function timelineWords(lane: TimelineLane, voice: Voice): string {
  const changes = new Set(lane.segments.filter(({ state }) => !OVER.has(state)).map(({ way }) => way)).size > 1;
  const [first = '', ...rest] = lane.segments.map((segment, index) => {
    const words = segmentWords(segment, voice);
    const isNew = segment.way !== lane.segments[index - 1]?.way && !OVER.has(segment.state);
    return changes && isNew ? voice.t('status_provision', uncapitalize(wayWords(segment.way, voice)), words) : words;
  });
  return voice.t(
    'status_course',
    laneWords(lane, changes, voice),
    rest.reduce((text, part) => voice.t('status_join', text, part), first),
  );
}
