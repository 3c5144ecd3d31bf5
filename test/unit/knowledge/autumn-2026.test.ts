/**
 * Protects facts that reports of autumn 2026 get wrong: the state of chips, bills, planned duties,
 * void duties and expired orders, each on the days around its change, and the filings of a chip
 * maker.
 */
import { describe, expect, it } from 'vitest';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

const knowledge = builtInKnowledge();
const EDGE = '2026-10-09';

function told(entry: string, control: string, day: string) {
  const row = statusAt(knowledge, entry, day, day).find(({ control: { id } }) => id === `control/${control}`);
  return row ? [row.state, row.way] : ['no row'];
}

describe('the state of a measure on a day', () => {
  it.each([
    ['chip/nvidia-h200', 'us-h200-export', '2026-01-14', 'in force', 'presumption of denial'],
    ['chip/nvidia-h200', 'us-h200-export', '2026-01-15', 'in force', 'case by case'],
    ['chip/nvidia-h200', 'us-h200-export', EDGE, 'in force', 'case by case'],
    ['chip/nvidia-h200', 'us-h200-reexport', EDGE, 'in force', 'presumption of denial'],
    ['chip/nvidia-h200', 'cn-h200-customs', EDGE, 'reported only', 'prohibited'],
    ['chip/nvidia-h200', 'us-section-232-chips', EDGE, 'in force', 'duty'],
    ['mineral/processed-critical-minerals', 'us-section-232-critical-minerals', EDGE, 'planned', 'duty'],
    ['instrument/chip-security-act', 'us-chip-security-act', EDGE, 'planned', 'notice'],
    ['instrument/ieepa', 'us-ieepa-reciprocal', '2026-02-19', 'in force in part', 'duty'],
    ['instrument/ieepa', 'us-ieepa-reciprocal', EDGE, 'void', 'duty'],
    ['company/nexperia', 'nl-nexperia', '2025-11-18', 'in force', 'case by case'],
    ['company/nexperia', 'nl-nexperia', '2025-11-19', 'paused', 'case by case'],
    ['company/nexperia', 'nl-nexperia', '2026-10-01', 'ended', 'case by case'],
    ['company/smic', 'us-entity-smic-other', '2024-12-01', 'in force', 'case by case'],
    ['company/smic', 'us-entity-smic-other', '2024-12-02', 'in force', 'presumption of denial'],
    ['company/smic', 'us-entity-smic-10nm', '2024-12-02', 'ended', 'presumption of denial'],
    ['mineral/magnesium', 'cn-magnesium', EDGE, 'in force', 'licence'],
    ['instrument/entity-list', 'us-entity-2025-09', EDGE, 'in force', 'presumption of denial'],
  ])('%s under %s on %s is: %s', (entry, control, day, ...expected) => {
    expect(told(entry, control, day)).toEqual(expected);
  });
});

describe('parties that reports name', () => {
  it.each([
    ['company/red-cat', 'cn-list-us-2026-06', '2026-06-22'],
    ['company/teal-drones', 'cn-list-us-2026-06', '2026-06-22'],
    ['company/imsar', 'cn-list-us-2026-06', '2026-06-22'],
    ['company/jaia-robotics', 'cn-list-us-2026-06', '2026-06-22'],
    ['company/ball-aerospace', 'cn-list-us-2026-06', '2026-06-22'],
    ['company/oshkosh-defense', 'cn-list-us-2026-06', '2026-06-22'],
    ['company/l3harris', 'cn-list-us-2026-06', '2026-06-22'],
    ['company/japan-marine-united', 'cn-list-japan-2026-02', '2026-02-24'],
    ['agency/jaxa', 'cn-list-japan-2026-02', '2026-02-24'],
  ])('%s is on a Chinese list: %s', (entry, control, since) => {
    const row = statusAt(knowledge, entry, EDGE).find(({ control: { id } }) => id === `control/${control}`);
    expect(row).toMatchObject({ state: 'in force', way: 'prohibited', since });
  });

  it.each([
    ['2023-12-10', '2002-04'],
    [EDGE, '2002-04'],
  ])('the End User List of Japan requires a licence on %s', (day, since) => {
    const row = statusAt(knowledge, 'instrument/jp-end-user-list', day, day).find(
      ({ control: { id } }) => id === 'control/jp-end-user-list',
    );
    expect(row).toMatchObject({ state: 'in force', way: 'licence', since });
  });
});

describe('sources', () => {
  const actsOf = (control: string) => knowledge.actsOn.get(`control/${control}`) ?? [];
  const urlsOf = (act: { src: string[]; sources: Record<string, { url: string } | undefined> }) =>
    act.src.flatMap((key) => act.sources[key]?.url ?? []);

  it('licences for the H200 and their results rest on filings of its maker', () => {
    const own = actsOf('us-h200-export')
      .filter((act) => urlsOf(act).some((url) => url.includes('www.sec.gov/')))
      .sort((a, b) => a.public.localeCompare(b.public));
    expect(own.map(({ does, public: day }) => [does, day])).toEqual([
      ['grants', '2026-02-25'],
      ['claims', '2026-08-26'],
    ]);
    expect(own.at(-1)?.saidBy).toEqual(['company/nvidia']);
  });

  it('the Chinese stop on Nexperia’s chips has its exemption of civilian exports', () => {
    const exempted = actsOf('cn-nexperia-2025').find(({ does }) => does === 'grants');
    expect([exempted?.public, exempted?.note]).toEqual(['2025-11-01', expect.stringContaining('civilian exports')]);
  });

  it('no measure restricts Chinalco', () => {
    expect(statusAt(knowledge, 'company/chinalco', EDGE).filter(({ relation }) => relation !== 'by')).toEqual([]);
  });

  it.each([
    ['instrument/ieepa', 'refunds of the voided duties', '2026-09-15'],
    ['instrument/entity-list', 'pause in additions', '2026-02-13'],
    ['chip/nvidia-h200', 'shipments to China', '2026-08-26'],
  ])('%s has the fact "%s" as of %s, in Chinese too', (id, what, when) => {
    const fact = knowledge.entries.get(id)?.facts?.find((one) => one.what === what);
    expect(fact?.when).toBe(when);
    expect(knowledge.phrases['zh-Hans']?.[what]).toMatch(/\p{Script=Han}/u);
    expect(knowledge.phrases['zh-Hans']?.[fact?.value ?? '']).toMatch(/\p{Script=Han}/u);
  });
});
