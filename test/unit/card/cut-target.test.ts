/** Protects the end of a target that is too long for a line: it names as many parties as fit. */
import { expect, it } from 'vitest';
import { whoWhom } from '../../../lib/card/build/who-whom.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import type { Row } from '../../../lib/knowledge/status/row.ts';
import { parsedList } from '../subscriptions/list-documents.ts';

const list = parsedList(1, 2);
const [issuer, entry] = list.entries;

it.each([
  ['en', 'Mitsubishi Heavy Industries, Kawasaki Heavy Industries and twenty Japanese firms', 'Japanese…'],
  ['zh_CN', '三菱重工业、川崎重工业和另外二十家日本企业及其在欧洲与北美的全部子公司', '企业…'],
  ['zh_CN', '亨索尔特、赫斯塔尔公司和另外五家欧盟实体（比利时一家和捷克四家企业）', '实体…'],
  ['zh_CN', '三菱重工业、川崎重工业和另外二十家在日本关东与关西设有工厂的企业', '川崎重工业…'],
] as const)('cuts in %s after the last whole words: %s', (locale, parties, end) => {
  const voice = {
    t: createMessages(locale),
    lang: locale === 'en' ? 'en-GB' : 'zh-CN',
    knowledge: indexKnowledge(list),
  };
  const row = {
    relation: 'covers',
    restrains: 'export',
    issuer: issuer?.id,
    toward: { parties: [parties] },
    control: { covers: [] },
  };
  if (!entry) throw new Error('no entry');
  const { toward } = whoWhom(row as unknown as Row, entry, voice);
  expect(toward.slice(-end.length)).toBe(end);
  expect(parties.startsWith(toward.slice(0, -1))).toBe(true);
});
