/**
 * Protects the notes of the list: what somebody must do comes first, and nearly all of them are
 * shown.
 */
import { describe, expect, it } from 'vitest';
import { measuresOf } from '../../../lib/card/build/measures.ts';
import { readEntry } from '../../../lib/card/build/reading.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

const knowledge = builtInKnowledge();
const TODAY = '2026-12-01';

describe('the notes of every measure', () => {
  const request = {
    articleDay: null,
    today: TODAY,
    locale: 'en' as const,
    t: createMessages('en'),
    list: { title: '', version: 1 },
  };
  const measuresIn = (id: string) => {
    const reading = readEntry(knowledge, id, request);
    return reading ? measuresOf(reading) : [];
  };
  it('are below the measure, in more than one kind', () => {
    const measures = measuresIn('instrument/section-232');
    const kinds = measures.flatMap(({ notes }) => notes.map(({ kind }) => kind));
    expect(kinds.length).toBeGreaterThan(5);
    expect(new Set(kinds).size).toBeGreaterThan(1);
  });
  it('are shown for all but a few of the acts and controls that have one', () => {
    const shown = new Set(
      [...knowledge.entries.keys()].flatMap((id) =>
        measuresIn(id).flatMap(({ notes }) => notes.map(({ text }) => text)),
      ),
    );
    const acts = [...knowledge.actsOn.values()].flat();
    const held = new Set([...knowledge.controls.values(), ...acts].flatMap(({ note }) => note ?? []));
    const plain = (text: string) => text.replace(/(?<=\d) %/g, '%');
    const missing = [...held].filter((note) => !shown.has(plain(note)));
    expect(missing.length / held.size).toBeLessThan(0.05);
  });
});
