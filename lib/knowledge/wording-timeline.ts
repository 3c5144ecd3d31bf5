/** The timeline in words: what the drawing shows, for those who do not see it. */
import { OVER } from './states.ts';
import type { Segment, TimelineLane } from './timeline.ts';
import { dayWords } from './wording-dates.ts';
import { stateWords, towardWords, wayWords, type Voice } from './wording-terms.ts';

/** "Refused in principle, United States". */
function laneWords({ row }: TimelineLane, voice: Voice): string {
  const toward = towardWords(row.toward, voice);
  return toward ? voice.t('status_provision', wayWords(row.way, voice), toward) : wayWords(row.way, voice);
}

function segmentWords({ from, to, state }: Segment, voice: Voice): string {
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

/** One sentence a lane: "Licence needed, all destinations: in force since 1 Aug 2023, no end on file." */
export function timelineWords(lane: TimelineLane, voice: Voice): string {
  const [first = '', ...rest] = lane.segments.map((segment) => segmentWords(segment, voice));
  return voice.t(
    'status_course',
    laneWords(lane, voice),
    rest.reduce((text, part) => voice.t('status_join', text, part), first),
  );
}
