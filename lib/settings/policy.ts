/**
 * The policy that an administrator sets for all users of an organization in `storage.managed`.
 * Firefox lacks a schema for it (https://bugzilla.mozilla.org/show_bug.cgi?id=1868153), so each bad
 * field falls back separately.
 */
import * as v from 'valibot';
import { lazily } from '../core/lazily.ts';
import { DENSITIES } from './defaults.ts';
import { parseSettings, type SettingName, type Settings } from './settings.ts';

/** The parts of the interface that a policy can hide. */
const FEATURES = ['own-terms', 'sync', 'subscribe', 'backup'] as const;
export type Feature = (typeof FEATURES)[number];

/** The settings that a policy can set. */
const SET_BY_POLICY = ['language', 'density'] as const satisfies readonly SettingName[];

const parts = lazily(() => {
  const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
  const address = v.pipe(v.string(), v.url(), v.startsWith('https://'));
  const fields = {
    message: text(300),
    language: v.picklist(['en', 'zh_CN']),
    density: v.picklist(DENSITIES),
    mayChange: v.array(v.picklist(SET_BY_POLICY)),
    sites: v.array(v.pipe(v.string(), v.regex(/^(?:https?|\*):\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\/\*$/))),
    channel: v.object({ address, rootKey: text(80) }),
    lists: v.array(v.object({ address, key: v.optional(text(80)), private: v.optional(v.boolean()) })),
    termsFolder: address,
    hide: v.array(v.picklist(FEATURES)),
  };
  return { fields, schema: v.partial(v.object(fields)) };
});

/** The strict schema, from which the browsers' JSON schema is made and samples are tested. */
export const policySchema = () => parts().schema;
export type Policy = v.InferOutput<ReturnType<typeof policySchema>>;
/**
 * A list that each user has. `key`: the key that must sign it. `private`: pages never learn its
 * names.
 */
export type PolicyList = NonNullable<Policy['lists']>[number];

/** The policy of a browser that is not managed. */
export const NO_POLICY: Policy = {};

/** Drops each field and list element that cannot be read, and keeps the others. */
export function parsePolicy(stored: unknown): Policy {
  if (stored === null || typeof stored !== 'object') return NO_POLICY;
  const { fields } = parts();
  const held: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const value: unknown = name in stored ? stored[name as keyof typeof stored] : undefined;
    if (schema.type === 'array' && Array.isArray(value)) held[name] = value.filter((one) => v.is(schema.item, one));
    else if (v.is(schema, value)) held[name] = value;
  }
  return held;
}

/** The settings that the user cannot change. */
export const fixedBy = (policy: Policy): SettingName[] =>
  SET_BY_POLICY.filter((name) => policy[name] !== undefined && !policy.mayChange?.includes(name));

/** The settings that start with the administrator's value, which the user may change. */
export const startedBy = (policy: Policy): SettingName[] =>
  SET_BY_POLICY.filter((name) => policy[name] !== undefined && policy.mayChange?.includes(name));

/** True if the administrator hides this feature. */
export const isHidden = ({ hide = [] }: Policy, feature: Feature): boolean => hide.includes(feature);

/** The host of an origin's pattern: `https://*.example.org/*` gives `*.example.org`. */
export const hostOf = (origin: string): string => origin.replace(/^[^:]+:\/\/|\/\*$/g, '');

/** True for a host on which the policy turns Tradegloss on. */
export const isPolicySite = ({ sites = [] }: Policy, host: string): boolean =>
  sites.some((site) => {
    const wanted = hostOf(site);
    return wanted.startsWith('*.') ? host === wanted.slice(2) || host.endsWith(wanted.slice(1)) : host === wanted;
  });

/** The effective settings: the stored ones, restricted by the policy. */
export function settingsUnder(policy: Policy, stored: unknown): Settings {
  const own = parseSettings(stored);
  const isStored = (name: string) => stored !== null && typeof stored === 'object' && name in stored;
  const fixed = fixedBy(policy);
  const applied = Object.fromEntries(
    SET_BY_POLICY.filter((name) => fixed.includes(name) || (policy[name] !== undefined && !isStored(name))).map(
      (name) => [name, policy[name]],
    ),
  );
  return {
    ...own,
    ...applied,
    ...(fixed.includes('density') && { siteDensities: [] }),
    offSites: own.offSites.filter((host) => !isPolicySite(policy, host)),
  };
}
