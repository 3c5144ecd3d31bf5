/**
 * Protects `npm run knowledge -- draft`: dates are taken from the text, and decisions of a person
 * are left open.
 */
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../lib/tools/build/read-yaml.ts';
import { draftItem } from '../../../lib/tools/draft/draft.ts';

const answering =
  (body: string, asked: string[] = []) =>
  (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(body));
  };
const RULE = JSON.stringify({
  document_number: '2025-19001',
  title: 'Expansion of End-User Controls To Cover Affiliates of Certain Listed Entities',
  html_url: 'https://www.federalregister.gov/documents/2025/09/30/2025-19001/expansion',
  publication_date: '2025-09-30',
  effective_on: '2025-09-29',
  citation: '90 FR 47201',
  action: 'Interim final rule; request for comments.',
  dates: 'This rule is effective September 29, 2025. Comments must be received by BIS no later than October 29, 2025.',
  abstract: 'BIS applies Entity List restrictions to affiliates.',
  type: 'Rule',
  agencies: [{ slug: 'commerce-department' }, { slug: 'industry-and-security-bureau' }],
});
const EU = `<html><body><p>26.9.2025</p><p>Official Journal of the European Union</p><p>L 1919</p>
<p>COMMISSION IMPLEMENTING REGULATION (EU) 2025/1919 of 25 September 2025 imposing a definitive anti-dumping duty</p>
<p>THE EUROPEAN COMMISSION,</p><p>This Regulation shall enter into force on the day following that of its publication
in the Official Journal of the European Union.</p></body></html>`;

describe('a draft', () => {
  it('of a rule has its agency, date, first day and citation, and quotes their sources', async () => {
    const asked: string[] = [];
    const yaml = await draftItem('2025-19001', answering(RULE, asked));
    expect(asked).toEqual(['https://www.federalregister.gov/api/v1/documents/2025-19001.json']);
    expect(readYaml(yaml)).toMatchObject({
      by: 'agency/bis',
      text: { provision: '90 FR 47201' },
      searched: 'TODO',
      acts: [{ does: 'imposes', public: '2025-09-30', bites: '2025-09-29', basis: 'law', src: ['federal-register'] }],
      sources: { 'federal-register': { date: '2025-09-30', class: 'official' } },
    });
    expect(yaml).toContain('# Dates: This rule is effective September 29, 2025.');
    expect(yaml.split('\n').filter((line) => line.startsWith('#') && line.length > 100)).toEqual([]);
    expect(yaml.match(/TODO/g)?.length).toBeGreaterThanOrEqual(5);
  });
  it('of a regulation that says so applies from the day after publication', async () => {
    const yaml = await draftItem('32025R1919', answering(EU));
    expect(readYaml(yaml)).toMatchObject({
      by: 'agency/european-commission',
      text: { provision: 'Regulation (EU) 2025/1919' },
      acts: [{ public: '2025-09-26', bites: '2025-09-27', basis: 'law' }],
    });
    expect(yaml).toContain('# Entry into force: This Regulation shall enter into force on the day following');
  });
  it('of a continued duty order says that it extends, and takes what else the title decides', async () => {
    const kept = {
      document_number: '2025-06447',
      title: 'Strontium Chromate From Austria and France: Continuation of Antidumping Duty Orders',
      html_url: 'https://www.federalregister.gov/d/2025-06447',
      publication_date: '2025-04-16',
      effective_on: null,
      citation: '90 FR 15952',
      action: null,
      dates: 'Applicable April 10, 2025.',
      abstract: null,
      type: 'Notice',
      agencies: [{ slug: 'commerce-department' }, { slug: 'international-trade-administration' }],
    };
    expect(readYaml(await draftItem('2025-06447', answering(JSON.stringify(kept))))).toMatchObject({
      by: 'agency/us-ita',
      text: { instrument: 'instrument/anti-dumping-duty' },
      restrains: 'import',
      way: 'duty',
      toward: { origin: ['TODO'] },
      acts: [{ does: 'extends', public: '2025-04-16', basis: 'notice' }],
    });
    expect(await draftItem('2025-06447', answering(JSON.stringify(kept)))).toContain('# Keeps a duty.');
    expect(await draftItem('32025R1919', answering(EU))).not.toContain('# Keeps a duty.');
    const review = EU.replace('anti-dumping duty', 'anti-dumping duty following an expiry review');
    expect(readYaml(await draftItem('32025R1919', answering(review)))).toMatchObject({ acts: [{ does: 'extends' }] });
    expect(readYaml(await draftItem('32025R1919', answering(EU)))).toMatchObject({
      text: { instrument: 'instrument/anti-dumping-duty' },
      acts: [{ does: 'imposes' }],
    });
  });
  it('of a regulation that says something else leaves the first day to a person', async () => {
    const yaml = await draftItem(
      '32025R1919',
      answering(EU.replace('on the day following that of its publication', 'on 1 July 2026')),
    );
    expect(readYaml(yaml)).toMatchObject({ acts: [{ public: '2025-09-26' }] });
    expect(yaml).not.toContain('bites:');
  });
  it('is refused for other numbers and for answers that are not an act', async () => {
    await expect(draftItem('46/2024', answering(''))).rejects.toThrow('neither a number of the Federal Register');
    await expect(draftItem('2025-19001', answering('<!doctype html><p>no'))).rejects.toThrow('a web page came');
    for (const page of ['<p>Are you a robot?</p>', 'Are you a robot?'])
      await expect(draftItem('32025R1919', answering(page))).rejects.toThrow('no act of the Official');
  });
});
