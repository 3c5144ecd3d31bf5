/**
 * A file in the format of OpenSanctions' `targets.simple.csv`, of any size, always the same for the
 * same seed. No name in it is real.
 */

const STEMS =
  'Ar Bel Cor Dan El Far Gor Hel Ist Jor Kal Lum Mar Nor Os Pel Qua Rud Sol Tar Ul Ver Wex Xan Yor Zel'.split(' ');
const MIDDLES = 'a e i o u an en in on ar er or al el ol as es is os'.split(' ');
const ENDS = 'din vek mar tol bor nik sen ров ska dahl gard heim wick stad ville mont berg tov lin ran'
  .replace('ров', 'rov')
  .split(' ');
const TRADES =
  'Shipping Mining Trading Metals Energy Logistics Optics Micro Electronics Chemical Aviation Marine Invest Systems Machine Steel Tools Agro Finance Transport'.split(
    ' ',
  );
const FORMS = ['LLC', 'Ltd', 'JSC', 'GmbH', 'Co., Ltd.', 'Group', 'Holding', 'S.A.'];
const GIVEN =
  'Adrin Bolat Cemil Davor Emrik Fjodar Goran Harib Ilias Jovan Karim Levan Milosz Nadir Orhan Petko Rasul Samir Timur Viktar Yasin Zoran'.split(
    ' ',
  );
const HAN = '华东海山金星科技贸易航运矿业精密电子光学仪器国际实业'.split('');
const COUNTRIES = ['ru', 'cn', 'ir', 'kp', 'by', 'ae', 'tr', 'hk'];
const COLUMNS = [
  'id',
  'schema',
  'name',
  'aliases',
  'birth_date',
  'countries',
  'addresses',
  'identifiers',
  'sanctions',
  'phones',
  'emails',
  'program_ids',
  'dataset',
  'first_seen',
  'last_seen',
  'last_change',
];

/** Numbers in [0, 1), always the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface MakeOptions {
  /** The number of names, including aliases. */
  names: number;
  seed?: number;
  /** Rows with a changed programme: an update of that many entries. */
  changed?: ReadonlySet<number>;
  lastChange?: string;
}

/** Lines with their line ends, header first. */
function* opensanctionsLines({
  names,
  seed = 7,
  changed = new Set(),
  lastChange = '2026-11-20T06:00:00',
}: MakeOptions): Generator<string> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error('an empty list has nothing to pick');
    return item;
  };
  const word = () => pick(STEMS) + pick(MIDDLES) + (random() < 0.5 ? pick(ENDS) : pick(MIDDLES) + pick(ENDS));
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  yield `${COLUMNS.map(quote).join(',')}\n`;
  for (let made = 0, row = 0; made < names; row++) {
    const firm = random() < 0.55;
    const own = firm ? `${word()} ${pick(TRADES)} ${pick(FORMS)}` : `${pick(GIVEN)} ${word()}`;
    const aliases: string[] = [];
    const count = Math.min(names - made - 1, Math.floor(random() * 4));
    for (let k = 0; k < count; k++)
      aliases.push(
        firm
          ? random() < 0.2
            ? Array.from({ length: 5 }, () => pick(HAN)).join('')
            : `${word()} ${pick(TRADES)}`
          : `${pick(GIVEN)} ${pick(GIVEN)} ${word()}`,
      );
    made += 1 + aliases.length;
    const country = pick(COUNTRIES);
    const programme = changed.has(row) ? 'Export control (amended)' : 'Export control';
    const cells = [
      `NK-${row.toString(36).padStart(5, '0')}`,
      firm ? 'Company' : 'Person',
      own,
      aliases.join(';'),
      firm ? '' : '1970',
      country,
      `${Math.floor(random() * 200)} ${word()} street, ${word()}`,
      '',
      `${programme}, since 2024-0${1 + (row % 9)}-11`,
      '',
      '',
      'US-EL',
      'us_trade_csl;eu_fsf',
      '2024-01-11T00:00:00',
      '2026-11-20T06:00:00',
      lastChange,
    ];
    yield `${cells.map(quote).join(',')}\n`;
  }
}

export const opensanctionsCsv = (options: MakeOptions): string => [...opensanctionsLines(options)].join('');
