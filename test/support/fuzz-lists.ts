/** Fuzzes lists of every format, from their text to cards. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { buildCard } from '../../lib/card/build/build-card.ts';
import { NotAList } from '../../lib/formats/list-format.ts';
import { Notes } from '../../lib/formats/notes.ts';
import { formatOf, readerOf } from '../../lib/formats/read-list.ts';
import { createMessages } from '../../lib/i18n/messages.ts';
import { ListId } from '../../lib/knowledge/model/id-schemas.ts';
import { isReserved, readRef, refOf } from '../../lib/knowledge/model/ids.ts';
import { indexKnowledge } from '../../lib/knowledge/model/knowledge-index.ts';
import { Act, Control, Entry } from '../../lib/knowledge/model/schema.ts';
import { compileNames } from '../../lib/match/names/compile.ts';
import { encodeNames } from '../../lib/match/names/serialize.ts';
import { withRefs } from '../../lib/match/names/qualify-ids.ts';
import { changeLog } from '../../lib/subscriptions/change-log.ts';
import { noteWords } from '../../lib/subscriptions/note-words.ts';
import { bothLanguages } from '../../lib/i18n/messages.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { hanReady } from '../../lib/match/text/simplify-chinese.ts';
import { mutated, mutatedText, type Json } from './fuzz-json.ts';
import type { Random } from './random.ts';

// Read the list now, so that the first round takes no longer than the others.
builtInList();
await hanReady();
const TODAY = '2026-12-01';
const t = createMessages('en');
const TABLES = [
  'name,kind,aliases,note,url,country,id\nVesta Optics,company,Vesta|VO; V.O.,Makes lenses,https://vesta.example/,NL,v1\n"Tin, grey",mineral,,,,,\n华为,company,Huawei,,,CN,\n',
  'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change\nNK-1,Company,Lindholm Magnetics,Lindholm;LM AB,,se,,,US SDN,,,,us_ofac_sdn,2024-01-01,2026-01-01,2026-01-01\n',
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,license_requirement,license_policy,alt_names,remarks,source_list_url,source_information_url\n1,Entity List (EL) - Bureau of Industry and Security,2,Entity,,Keller Optics,,"Harbour Rd, CN",89 FR 1,2024-01-01,,All,Denial,Keller; KO,,https://bis.example/,https://bis.example/i\n',
];

/** Some entries of the built-in list with all records that belong to them. */
function sample(random: Random): Json {
  const list = builtInList();
  const from = random.below(list.entries.length - 12);
  const entries = list.entries.slice(from, from + 12);
  const ids = new Set(entries.map(({ id }) => id));
  const law = random.below(list.controls.length - 12);
  const controls = list.controls.filter(
    ({ covers }, k) => (k >= law && k < law + 12) || covers.some(({ entry }) => entry !== undefined && ids.has(entry)),
  );
  const on = new Set(controls.map(({ id }) => id));
  const acts = list.acts.filter((act) => act.on.some((id) => on.has(id)));
  const topics = list.topics.slice(0, 2);
  return JSON.parse(
    JSON.stringify({ ...list, id: 'fuzz', phrases: undefined, countries: [], topics, entries, controls, acts }),
  ) as Json;
}

function documentFor(random: Random): string {
  if (random.chance(0.35)) return mutatedText(random.pick(TABLES), random);
  let list = sample(random);
  for (let k = random.below(12); k >= 0; k--) list = mutated(list, random);
  const text = JSON.stringify(list);
  return random.chance(0.1) ? mutatedText(text, random) : text;
}

interface Taken {
  entries: Entry[];
  controls: Control[];
  acts: Act[];
}

export async function fuzzLists(random: Random): Promise<void> {
  const text = documentFor(random);
  const size = 1 + random.below(20_000);
  async function* pieces() {
    for (let k = 0; k < text.length; k += size) yield text.slice(k, k + size);
  }
  const notes = new Notes();
  const taken: Taken = { entries: [], controls: [], acts: [] };
  let id = 'table';
  try {
    const context = { url: 'https://lists.example/desk.csv', lastModified: null, now: Date.UTC(2026, 11, 1) };
    const reading = readerOf(formatOf(text))(pieces(), context, notes);
    for (let step = await reading.next(); ; step = await reading.next()) {
      if (step.done) {
        id = step.value.id;
        encodeNames(
          compileNames({ id, entries: withRefs(id, taken.entries), topics: step.value.topics, countries: [] }),
        );
        break;
      }
      for (const part of ['entries', 'controls', 'acts'] as const) taken[part].push(...(step.value[part] as never[]));
    }
  } catch (error) {
    if (error instanceof NotAList) return;
    throw error;
  }
  for (const one of taken.entries) v.parse(Entry, one);
  for (const one of taken.controls) v.parse(Control, one);
  for (const one of taken.acts) v.parse(Act, one);
  assert.ok(v.is(ListId, id));
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  for (const note of notes.kept) assert.ok(noteWords(note, t).length > 0);
  for (const entry of taken.entries)
    if (!isReserved(id)) assert.deepEqual(readRef(refOf(id, entry.id)), { list: id, id: entry.id });
  const knowledge = indexKnowledge(taken);
  for (const entry of taken.entries.slice(0, 20))
    buildCard(knowledge, entry.id, {
      articleDay: '2025-07-18',
      today: TODAY,
      asOf: null,
      locale: 'en',
      textLang: 'zh',
      t,
      list: { title: 'Fuzz', version: 1 },
      ref: (one) => one,
    });
  const before = { ...taken, acts: taken.acts.slice(1), controls: taken.controls.slice(1) };
  changeLog(
    {
      before,
      after: taken,
      added: [],
      changed: taken.entries.map((one) => one.id),
      removed: [],
      law: [...taken.controls, ...taken.acts].map((one) => one.id),
    },
    TODAY,
    bothLanguages(),
  );
}
