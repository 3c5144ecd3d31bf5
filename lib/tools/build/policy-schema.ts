/**
 * The schema of an administrator's policy for Chromium's `managed_schema`, derived from the schema
 * with which the extension parses a policy. Chromium knows only a part of an old draft
 * (https://developer.chrome.com/docs/extensions/reference/manifest/storage).
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { policySchema, type Policy } from '../../settings/policy.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const WORDS: Record<keyof Policy, string> = {
  message: 'Your words to the users, shown beside everything that you set (300 characters at most).',
  language: 'Language of the interface.',
  density: 'How much is underlined: each name once a page, once a section, or all.',
  mayChange: 'The settings that start with your value and that the user may change.',
  sites: 'Match patterns of the sites to read, such as https://*.reuters.com/*. The user allows them in one click.',
  channel: 'The channel that keeps the built-in list up to date: address of its folder and public root key (minisign).',
  lists:
    'Lists that everybody subscribes to: https address, public key (minisign), and whether pages may never see them.',
  termsFolder: 'The WebDAV folder in which own terms are kept; name and password stay the user’s.',
  hide: 'Parts of the interface that are hidden.',
};

const KEPT: ReadonlySet<string> = new Set(['type', 'properties', 'items', 'enum']);

function plain(value: Json): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const kept = Object.entries(value)
    .filter(([key]) => KEPT.has(key))
    .map(([key, inner]) => [key, key === 'properties' ? properties(inner) : plain(inner)] as const);
  // Chromium requires one type in each schema (the page above), also beside the values of an enum.
  return { ...('enum' in value && { type: 'string' }), ...Object.fromEntries(kept) };
}

function properties(of: Json | undefined): Record<string, Json> {
  if (typeof of !== 'object' || of === null || Array.isArray(of)) throw new Error('no properties');
  return Object.fromEntries(Object.entries(of).map(([name, schema]) => [name, plain(schema)]));
}

export function managedSchema(): { type: 'object'; properties: Record<string, Json> } {
  const derived = JSON.parse(JSON.stringify(toJsonSchema(policySchema(), { errorMode: 'ignore' }))) as {
    [key: string]: Json;
  };
  const described = Object.entries(properties(derived['properties'])).map(([name, schema]) => [
    name,
    { description: WORDS[name as keyof Policy], ...(schema as object) },
  ]);
  return { type: 'object', properties: Object.fromEntries(described) as Record<string, Json> };
}
