/**
 * Protects an administrator's policy: it fixes some settings, sets initial values of others, and
 * leaves the rest to the user.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fixedBy, isPolicySite, parsePolicy, policySchema, settingsUnder } from '../../../lib/settings/policy.ts';
import { defaultSettings } from '../../../lib/settings/settings.ts';
import { managedSchema } from '../../../lib/tools/build/policy-schema.ts';

const FOLDER = new URL('../../../.github/policies/', import.meta.url);
const Sample = v.union([
  v.object({ '3rdparty': v.object({ extensions: v.record(v.string(), v.unknown()) }) }),
  v.pipe(
    v.object({ policies: v.object({ '3rdparty': v.object({ Extensions: v.record(v.string(), v.unknown()) }) }) }),
    v.transform(({ policies }) => ({ '3rdparty': { extensions: policies['3rdparty'].Extensions } })),
  ),
]);
const sampleOf = (browser: string): unknown => {
  const file = v.parse(Sample, JSON.parse(readFileSync(new URL(`${browser}.json`, FOLDER), 'utf8')));
  return Object.values(file['3rdparty'].extensions)[0];
};

describe('the samples for administrators', () => {
  it.each(['chrome', 'edge', 'firefox'])('the sample for %s is valid and read completely', (browser) => {
    const sample = sampleOf(browser);
    expect(v.safeParse(v.strictObject(policySchema().entries), sample).success).toBe(true);
    expect(parsePolicy(sample)).toEqual(sample);
  });

  it('contain every part of the schema', () => {
    const { properties } = managedSchema();
    expect(Object.keys(sampleOf('chrome') as object).toSorted()).toEqual(Object.keys(properties).toSorted());
  });
});

it('the published schema has one type for each value, as Chromium requires', () => {
  const check = (schema: unknown): void => {
    const { type, properties, items } = v.parse(
      v.strictObject({
        type: v.picklist(['object', 'array', 'string', 'boolean']),
        description: v.optional(v.string()),
        enum: v.optional(v.array(v.string())),
        properties: v.optional(v.record(v.string(), v.unknown())),
        items: v.optional(v.unknown()),
      }),
      schema,
    );
    expect([type === 'object', type === 'array']).toEqual([properties !== undefined, items !== undefined]);
    for (const inner of [...Object.values(properties ?? {}), ...(items === undefined ? [] : [items])]) check(inner);
  };
  check(managedSchema());
});

describe('settings under a policy', () => {
  it("have the administrator's value if it is fixed, whatever is stored", () => {
    const policy = parsePolicy({ density: 'fewer', language: 'zh_CN', sites: ['https://*.reuters.com/*'] });
    const stored = {
      density: 'all',
      siteDensities: [{ site: 'a.example', density: 'all' }],
      offSites: ['www.reuters.com', 'b.example'],
      theme: 'dark',
    };
    expect(settingsUnder(policy, stored)).toMatchObject({
      density: 'fewer',
      language: 'zh_CN',
      siteDensities: [],
      offSites: ['b.example'],
      theme: 'dark',
    });
    expect(fixedBy(policy)).toEqual(['language', 'density']);
  });

  it("start with the administrator's value, and follow the user if the user may change them", () => {
    const policy = parsePolicy({ density: 'fewer', mayChange: ['density'] });
    expect(settingsUnder(policy, {}).density).toBe('fewer');
    expect(settingsUnder(policy, { density: 'normal' }).density).toBe('normal');
    expect(fixedBy(policy)).toEqual([]);
  });

  it('are the defaults without a policy', () => {
    expect(settingsUnder(parsePolicy(undefined), undefined)).toEqual(defaultSettings());
  });
});

it('an invalid part does not affect the others, and no value makes the parser throw', () => {
  expect(
    parsePolicy({
      density: 'much',
      language: 'en',
      sites: ['https://a.example/*', 'file:///etc/*', 5],
      lists: [{ address: 'http://a.example/list.json' }, { address: 'https://a.example/list.json' }],
    }),
  ).toEqual({ language: 'en', sites: ['https://a.example/*'], lists: [{ address: 'https://a.example/list.json' }] });
  const names = Object.keys(policySchema().entries);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (stored) => {
      expect(v.is(policySchema(), parsePolicy(stored))).toBe(true);
    }),
    { seed: 37, numRuns: 500 },
  );
});

it('a site of the policy is its host, and with a star all hosts below', () => {
  const policy = parsePolicy({ sites: ['https://*.ft.com/*', 'https://www.caixin.com/*'] });
  expect(
    ['ft.com', 'www.ft.com', 'www.caixin.com', 'caixin.com', 'notft.com'].map((host) => isPolicySite(policy, host)),
  ).toEqual([true, true, true, false, false]);
});
