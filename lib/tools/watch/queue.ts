/**
 * Writes the findings of the watch in Markdown: a list for a person, with the next step for each
 * item.
 */
import type { Day } from '../../knowledge/model/schema.ts';
import { canDraft } from './document-numbers.ts';
import type { QueuedItem, WatchResult } from './watch.ts';

/** Entries that are named beside an item; a long rule may affect a hundred. */
const MAX_TOUCHED = 12;

export function queueText(results: readonly WatchResult[], day: Day): string {
  const faults = results.filter(({ fault }) => fault !== null);
  const items = results.reduce((sum, { queue }) => sum + queue.length, 0);
  return [
    `# Watch of ${day}`,
    '',
    `${items} items to look at in ${results.length} sources; ${faults.length} sources did not answer as they should.`,
    '',
    'For each item: add it to the base, or list it under `reviewed` in the file of its source with the reason',
    '(`lib/knowledge/MAINTAINING.md`, step 3).',
    ...(faults.length ? ['', '## Faults', '', ...faults.map(faultLine)] : []),
    ...results.filter(({ fault }) => fault === null).flatMap(sourceLines),
    '',
  ].join('\n');
}

const faultLine = ({ source, fault }: WatchResult) => `- **${source.id}**, ${source.title}: ${fault}`;

function sourceLines({ source, queue, known, reviewed, old, elsewhere }: WatchResult): string[] {
  const counts = [
    `${known} known`,
    `${reviewed} reviewed`,
    ...(source.since === undefined ? [] : [`${old} of ${source.since} or earlier, left out`]),
    ...(source.list === undefined ? [] : [`${elsewhere} name nothing of the base`]),
  ];
  return [
    '',
    `## ${source.title}: ${queue.length} to look at`,
    '',
    `\`lib/knowledge/watch/sources/${source.id}.yaml\`: ${counts.join(', ')}.${source.note === undefined ? '' : ` ${source.note}`}`,
    '',
    ...queue.flatMap(itemLines),
  ];
}

function itemLines({ id, title, day, url, touches }: QueuedItem): string[] {
  const more = touches.length - MAX_TOUCHED;
  const listed = touches.slice(0, MAX_TOUCHED).map((entry) => `\`${entry}\``);
  return [
    `- [ ] ${day ?? 'no date'} ${plain(title)} (\`${id}\`)`,
    `      <${url}>`,
    ...(canDraft(id) ? [`      \`npm run --silent knowledge -- draft ${id}\``] : []),
    `      ${listed.length ? `touches ${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : 'names nothing of the base'}`,
  ];
}

/** Titles come from the sources, so nothing in them may become markup. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|!]/g, '\\$&');
