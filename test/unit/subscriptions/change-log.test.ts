/**
 * Protects the log that users get after an update: in plain words, made from the records of a list.
 */
import { describe, expect, it } from 'vitest';
import { bothLanguages } from '../../../lib/i18n/messages.ts';
import type { Act, Control, Entry } from '../../../lib/knowledge/model/schema.ts';
import { changeLog, countLawOnly } from '../../../lib/subscriptions/change-log.ts';

const sources = {
  mofcom: { url: 'https://mofcom.example/46', publisher: 'MOFCOM', class: 'official' as const, date: '2025-11-09' },
};
const src = ['mofcom'];
const thing = (id: string, name: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: id.split('/')[0] ?? 'term',
  name,
  names: { en: [name] },
  what: { text: `${name}.`, src },
  sources,
  ...more,
});
const gallium = thing('mineral/gallium', 'gallium', {
  facts: [{ what: "China's share", value: '98 %', when: '2024', src }],
});
const text = thing('instrument/mofcom-46-2024', 'Announcement 46 of 2024');
const control: Control = {
  id: 'control/cn-46-2024-2',
  by: 'agency/mofcom',
  text: { instrument: text.id, provision: 'clause 2' },
  title: 'refusal toward the United States',
  restrains: 'export',
  way: 'refused in principle',
  covers: [{ entry: gallium.id }],
  toward: { destinations: ['US'] },
  sources,
};
const imposed: Act = {
  id: 'act/imposed',
  does: 'imposes',
  on: [control.id],
  public: '2024-12-03',
  basis: 'law',
  src,
  sources,
};
const paused: Act = {
  id: 'act/paused',
  does: 'suspends',
  on: [control.id],
  public: '2025-11-09',
  upTo: { day: '2026-11-27', included: 'yes', then: 'returns' },
  leaves: 'licence',
  basis: 'law',
  src,
  sources,
};
const nothing = { added: [], changed: [], removed: [], law: [] };
const records = (entries: Entry[], controls: Control[] = [], acts: Act[] = []) => ({ entries, controls, acts });
const TODAY = '2026-11-24';

describe('what changed', () => {
  it('counts an entry as changed by law alone if only its law changed', () => {
    const law = [control.id, imposed.id];
    const lines = changeLog(
      { ...nothing, before: records([gallium, text]), after: records([gallium, text], [control], [imposed]), law },
      TODAY,
      bothLanguages(),
    );
    expect(lines.map(({ name }) => name)).toEqual(['gallium']);
    expect(countLawOnly(lines, nothing)).toBe(1);
    expect(countLawOnly(lines, { ...nothing, changed: [gallium.id] })).toBe(0);
  });

  it('describes a suspension under the entry that it affects, with its clause, its dates and what remains', () => {
    const log = changeLog(
      {
        ...nothing,
        before: records([gallium, text], [control], [imposed]),
        after: records([gallium, text], [control], [imposed, paused]),
        law: [paused.id],
      },
      TODAY,
      bothLanguages(),
    );
    expect(log).toEqual([
      {
        entry: gallium.id,
        name: 'gallium',
        en: [
          expect.stringMatching(
            /^Announcement 46 of 2024, clause 2: Suspended 9 Nov 2025 to 27 Nov 2026; licence still needed$/,
          ),
        ],
        zh_CN: [expect.stringContaining('2026年11月27日')],
      },
    ]);
  });

  it('describes figures by their values after and before', () => {
    const now: Entry = { ...gallium, facts: [{ what: "China's share", value: '99 %', when: '2025', src }] };
    const log = changeLog(
      { ...nothing, before: records([gallium]), after: records([now]), changed: [gallium.id] },
      TODAY,
      bothLanguages(),
    );
    expect(log[0]?.en).toEqual(["China's share: 99 % (2025), before: 98 % (2024)"]);
  });

  it('lists new names, and lists that the entry joined', () => {
    const list = thing('instrument/entity-list', 'Entity List');
    const now: Entry = {
      ...gallium,
      names: { en: ['gallium'], ko: ['갈륨'] },
      memberOf: [{ of: list.id, from: '2026-11-20', src }],
    };
    const log = changeLog(
      { ...nothing, before: records([gallium, list]), after: records([now, list]), changed: [gallium.id] },
      TODAY,
      bothLanguages(),
    );
    expect(log[0]?.en).toEqual(['also called 갈륨', 'on Entity List from 20 Nov 2026']);
  });

  it('lists added and removed entries', () => {
    const log = changeLog(
      { ...nothing, before: records([gallium]), after: records([text]), added: [text.id], removed: [gallium.id] },
      TODAY,
      bothLanguages(),
    );
    expect(log.map(({ name, en }) => [name, en])).toEqual([
      ['gallium', ['no longer on the list']],
      ['Announcement 46 of 2024', ['new on the list']],
    ]);
  });

  it('describes every change, even if no part of it has words of its own', () => {
    const log = changeLog(
      {
        ...nothing,
        before: records([gallium]),
        after: records([{ ...gallium, wikidata: 'Q861' }]),
        changed: [gallium.id],
      },
      TODAY,
      bothLanguages(),
    );
    expect(log[0]?.en).toEqual(['details corrected']);
  });

  it('lists a measure on many things once, under its own text', () => {
    const many = Array.from({ length: 12 }, (_, k) => thing(`mineral/m${k}`, `mineral ${k}`));
    const wide: Control = { ...control, covers: many.map(({ id }) => ({ entry: id })) };
    const log = changeLog(
      {
        ...nothing,
        before: records([...many, text], [wide], [imposed]),
        after: records([...many, text], [wide], [imposed, paused]),
        law: [paused.id],
      },
      TODAY,
      bothLanguages(),
    );
    expect(log.map(({ entry }) => entry)).toEqual([text.id]);
  });
});
