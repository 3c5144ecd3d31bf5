/** Protects the built-in list: it passes its own check, holds what the plan asks for, and says what it rests on. */
import { describe, expect, it } from 'vitest';
import { checkList } from '../../../lib/publish/check-list.ts';
import { listStats } from '../../../lib/publish/list-stats.ts';
import { loadList } from '../../../lib/publish/load-list.ts';

const { list, problems, files } = loadList(new URL('../../../lib/knowledge/list/', import.meta.url).pathname);

describe('the built-in list', () => {
  it('can be read, and has no problem that check would name', () => {
    expect(problems).toEqual([]);
    expect(list && checkList(list, files)).toEqual([]);
  });
  it('holds the entries that were promised, with a state for every control', () => {
    const stats = list && listStats(list, '2026-11-24');
    expect(stats?.entries).toBeGreaterThanOrEqual(420);
    expect(stats?.byKind['mineral']).toBeGreaterThanOrEqual(90);
    expect((stats?.byKind['chip'] ?? 0) + (stats?.byKind['technology'] ?? 0) + (stats?.byKind['company'] ?? 0)).toBeGreaterThanOrEqual(150);
    expect(stats?.byKind['agency']).toBeGreaterThanOrEqual(90);
    expect(stats?.byKind['instrument']).toBeGreaterThanOrEqual(90);
    expect(stats?.byState['no row'] ?? 0).toBe(0);
  });
  it('needs the version and the day of a release', () => {
    expect(list?.version).toBeGreaterThanOrEqual(1);
    expect(list?.updated).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
