/** Makes the model of the timeline: numbers to draw, and sentences for screen readers. */
import { dayNumber } from '../../knowledge/model/fuzzy-dates.ts';
import type { State } from '../../knowledge/status/states.ts';
import type { Timeline as Course } from '../../knowledge/status/timeline.ts';
import { timelineWords } from '../../knowledge/wording/timeline.ts';
import type { Voice } from '../../knowledge/wording/terms.ts';
import type { Timeline } from '../model/card-model.ts';
import { laneLabels } from './lane-label.ts';
import { isBarred } from './glyphs.ts';

/** Room after today, as a share of the span up to today. */
const AHEAD = 0.12;

type Look = Timeline['lanes'][number]['segments'][number]['look'];

const LOOK: Record<State, Look> = {
  planned: 'planned',
  'made, not started': 'planned',
  'in force': 'force',
  'in force in part': 'force',
  'on the books, not enforced': 'paused',
  paused: 'paused',
  'paused before start': 'paused',
  ended: 'ended',
  void: 'ended',
  'never in effect': 'ended',
  'listed as needed': 'said',
  'reported only': 'said',
  'one side says': 'said',
  'not known since': 'unknown',
};

/** Null if there is nothing to draw. */
export function timelineModel(course: Course, name: string, changed: boolean, voice: Voice): Timeline | null {
  const { lanes } = course;
  if (lanes.length === 0) return null;
  const year = (day: string) => day.slice(0, 4);
  const from = dayNumber(course.from);
  const today = dayNumber(course.today);
  // Leaves room after today for what is ahead or has no end.
  const to = Math.max(dayNumber(course.to), Math.round(today + (today - from) * AHEAD));
  const labels = laneLabels(
    lanes.map(({ row }) => row),
    voice,
  );
  return {
    label: voice.t('status_timeline', name, year(course.from), year(course.to)),
    from,
    to,
    article: course.articleDay === null ? null : dayNumber(course.articleDay),
    today,
    changed,
    lanes: lanes.map((lane, i) => ({
      label: labels[i] ?? '',
      ban: isBarred(lane.row),
      segments: lane.segments.map(({ from: start, to: end, state }) => ({
        from: start === null ? from : dayNumber(start),
        to: end === null ? null : dayNumber(end),
        look: LOOK[state],
      })),
    })),
    words: lanes.map((lane) => timelineWords(lane, voice)),
  };
}
