/** Finds the role of each column of a table by its heading, in several languages. */

/**
 * `name part`: one of "Name 1" to "Name 6", which together form a name. `case`, `plural` and `not`
 * are rules of the user's own terms.
 */
export const ROLES = [
  'name',
  'name part',
  'alias',
  'note',
  'link',
  'kind',
  'country',
  'id',
  'case',
  'plural',
  'not',
] as const;
export type Role = (typeof ROLES)[number];

/** The columns of a table by what they contain. */
export interface TableColumns {
  /** The columns of a role in the order of the table; for `name`, the best first. */
  of: (role: Role) => readonly string[];
  /** Columns that are not read. */
  ignored: readonly string[];
}

/** Letters and digits of a heading: "A.K.A." is "aka", "Name 6" is "name6". */
const keyOf = (column: string): string =>
  column
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const WORDS: Partial<Record<Role, string>> = {
  // The best first: if a table has several of them, the others are aliases.
  name: 'name fullname entityname companyname nameofentity nameofcompany namealiaswholename wholename sdnname cleanname entity company organisation organization firm party entityorship supplier term title label itemlabel begriff bezeichnung firma firmenname unternehmen nom raisonsociale nombre denominación naam nazwa nome 名称 名字 企业名称 公司名称 实体名称 单位名称 机构名称 企业 公司 术语 名稱 企業名稱 公司名稱 名 企業名 会社名 用語 英文名称 englishname nameenglish 中文名称 中文名 chinesename namechinese 이름 명칭 기업명 회사명 용어 término termino termo termine begrip название наименование термин имя компания организация предприятие назва компанія pojem název begrepp namn navn nimi fogalom név όνομα όρος terim ad adı şirket şirketadı isim istilah nama المصطلح مصطلح الاسم اسم الشركة têngọi thuậtngữ têncôngty entité entreprise société dénomination empresa entidad entidade razónsocial razãosocial azienda società impresa ente bedrijf onderneming',
  alias:
    'alias aliases aka alsoknownas othername othernames altname altnames alternativename alternativenames alternatename synonym synonyms synonyme aliase weiterenamen abkürzung abbreviation abbreviations acronym acronyms shortname formername formernames nativename localname originalname namenonlatinscript rawname itemaltlabel alternativelabel autresnoms otrosnombres 别名 别称 又名 简称 缩写 曾用名 其他名称 別名 別称 略称 旧称 別稱 別号 簡稱 별칭 약칭 synoniemen sinonimi sinonimos sinónimos sinônimos sinónimo synonimy синоним синонимы псевдоним псевдонимы аббревиатура сокращение другиеназвания синоніми skrót skróty zkratka kısaltma eşanlamlılar diğeradlar مرادف مرادفات اختصار từđồngnghĩa viếttắt afkorting abreviatura abreviação sigla siglas acrónimo acronimo acronyme acronymes abréviation autresdénominations 同义词 동의어',
  note: 'note notes description summary what details detail remark remarks comment comments reason reasons basis regime program programme licenserequirement licensereviewpolicy federalregistercitation otherinformation statementofreasons notiz notizen bemerkung bemerkungen anmerkung anmerkungen beschreibung kommentar remarque remarques notas descripción itemdescription 备注 说明 描述 注释 备考 管制原因 備考 説明 備註 說明 비고 설명 definition definitions définition definición definição definizione definitie definicja meaning explanation erklärung bedeutung explication significado significato betekenis omschrijving beschrijving opmerking descrizione descrição descripcion observaciones observações osservazioni примечание примечания описание определение комментарий пояснение опис opis uwagi popis poznámka açıklama tanım وصف الوصف ملاحظة ملاحظات تعريف môtả ghichú địnhnghĩa 定义 释义 含义 解释 意味 解説 定義 정의 뜻',
  link: 'url link links website web homepage source sourceurl webseite quelle lien sitio item 网址 链接 网站 来源 リンク 出典 網址 連結 링크 출처',
  kind: 'kind type category class entitytype grouptype subjecttype sdntype schema art typ kategorie catégorie tipo 类别 类型 种类 分類 種類 類別 類型 종류 유형 тип вид категория categoria categoría soort tür نوع النوع loại',
  country:
    'country countries countrycode nation nationality jurisdiction land staat herkunftsland pays país ctry countrylabel 国家 国别 所在国 国 国名 国別 國家 國別 國名 国籍 국가 국적 страна країна paese ülke kraj země بلد البلد الدولة quốcgia landesname nationalité nacionalidad nationaliteit гражданство',
  id: 'id key uid uniqueid recordid groupid entnum entityid entitynumber referencenumber nummer kennung 编号 序号id 代码 編號 번호',
  case: 'case',
  plural: 'plural',
  not: 'not',
};
const ROLE_OF_WORD = new Map<string, { role: Role; rank: number }>(
  Object.entries(WORDS).flatMap(([role, words]) =>
    words.split(' ').map((word, rank): [string, { role: Role; rank: number }] => [word, { role: role as Role, rank }]),
  ),
);
/** "Name 1" to "Name 6" of the British list: given names first, the family name last. */
const NAME_PART = /^name[1-9]$/;
const PARTS = 'givenname firstname forename middlename lastname familyname surname'.split(' ');
/** `name_en`, `names_zh`: a name in another language. */
const NAME_IN = /^names?_\w+$/;

interface RankedRole {
  role: Role;
  rank: number;
}

function roleOfKey(key: string): RankedRole | null {
  if (NAME_PART.test(key)) return { role: 'name part', rank: Number(key.at(-1)) };
  if (PARTS.includes(key)) return { role: 'name part', rank: PARTS.indexOf(key) };
  // "AKA 1", "AKA 2"; "Analyst comment"
  const known = ROLE_OF_WORD.get(key) ?? ROLE_OF_WORD.get(key.replace(/\d{1,2}$/, ''));
  return known ?? (/(?:comment|remark)s?$/.test(key) ? { role: 'note', rank: 0 } : null);
}

/** Added to the rank of a heading that is only known in part, so that it comes after exact ones. */
const RANK_OF_PARTS = 1_000;
const BRACKETS = /[(（[][^()（）[\]]{0,80}[)）\]]/g;
/** The parts of a heading in two languages: "企業名､組織名_company_or_organization". */
const textsOfHeading = (column: string): string[] =>
  column
    .split(/[､、,，/|]|(?<=[^ -\u024f])_|_(?=[^ -\u024f])/u)
    .flatMap((text) => text.split(/_(?:or|and)_/))
    .map(keyOf)
    .filter(Boolean);

function roleOf(column: string): RankedRole | null {
  const known = roleOfKey(keyOf(column)) ?? roleOfKey(keyOf(column.replace(BRACKETS, '')));
  if (known) return known;
  if (NAME_IN.test(column) && !NOT_ANOTHER_NAME.test(column)) return { role: 'alias', rank: 0 };
  // A single known word is not enough: it may be part of a name in a data row ("Huawei 公司").
  const [first, second] = textsOfHeading(column).flatMap((key) => roleOfKey(key) ?? []);
  return first && first.role === second?.role ? { role: first.role, rank: RANK_OF_PARTS + first.rank } : null;
}
/** Headings that start with "name" but are not another name: `name_type`, `name_of_entity`. */
const NOT_ANOTHER_NAME = /^names?_(?:of|type|strength|quality|language|status|title|id|change)(?:_|$)/;

/**
 * Headings that are read as names only if no other heading is: `name_of_entity`, `vendor_name`,
 * 団体名称. They are never aliases, because `contact_name` belongs to somebody else.
 */
const POSSIBLE_NAME = /^(?:full_)?names?_of_|name$|(?:名称|名稱|団体名|機関名|組織名|公司名|企业名)$/;
const OTHER_THING =
  /(?:contact|user|file|city|street|region|country|column|host|domain|brand|product|bank|school|nick|code|type)_?name$|(?:国|國|地区|産品|产品|商品|产地)(?:家)?名(?:称|稱)?$/;

/**
 * Headings of goods. They are the names only in a table without other names: next to a company's
 * name they are its products. An adjective may come before them: `critical_mineral`,
 * `strategic_raw_materials`.
 */
const GOODS: ReadonlySet<string> = new Set(
  'mineral minerals min mins material materials commodity commodities metal metals element elements substance substances chip chips goods product products item items technology technologies rohstoff rohstoffe mineralien metall metalle minerai minerais matièrepremière matièrespremières métal métaux produit materiaprima producto минерал сырьё металл 矿产 矿种 矿物 金属 元素 物项 物项名称 产品 商品 鉱物 鉱種 元素名 品目 광물 광종 품목 원소'.split(
    ' ',
  ),
);
const ADJECTIVES = /^(?:(?:critical|crit|strategic|controlled|raw|rare|kritische|strategische)_)+/;
const isGoods = (column: string): boolean => GOODS.has(keyOf(column.replace(ADJECTIVES, '')).replace(/name$/, ''));

const possibleName = (columns: readonly string[]): string | undefined =>
  columns.find((column) => POSSIBLE_NAME.test(column) && !OTHER_THING.test(column)) ?? columns.find(isGoods);

const FORM_OF_ADDRESS = 'title';

/** The columns of a table by role; null if no column holds names. */
export function tableColumns(columns: readonly string[]): TableColumns | null {
  const known = columns.flatMap((column) => {
    const found = roleOf(column);
    return found ? [{ column, ...found }] : [];
  });
  const isName = ({ role }: RankedRole) => role === 'name' || role === 'name part';
  const guessed = known.some(isName) ? undefined : possibleName(columns);
  if (guessed !== undefined) known.push({ column: guessed, role: 'name', rank: 0 });
  const names = known.filter(({ role }) => role === 'name').sort((a, b) => a.rank - b.rank);
  const parts = known.filter(({ role }) => role === 'name part').sort((a, b) => a.rank - b.rank);
  if (names.length + parts.length === 0) return null;
  const first = names[0]?.column;
  // Next to a name this column has forms of address such as "Dr" or "General".
  const isAddress = ({ role, column }: { role: Role; column: string }) =>
    role === 'name' && column === FORM_OF_ADDRESS && (column !== first || parts.length > 0);
  const found = columnsByRole(
    [...parts, ...known.filter((one) => one.role !== 'name part' && !isAddress(one))].map(({ column, role }) => ({
      column,
      role: role === 'name' && column !== first ? 'alias' : role,
    })),
  );
  const used = new Set(known.flatMap((one) => (isAddress(one) ? [] : one.column)));
  return { ...found, ignored: columns.filter((column) => column !== '' && !used.has(column)) };
}

/** Groups columns by their roles, in the given order. */
export function columnsByRole(known: readonly { column: string; role: Role }[]): TableColumns {
  const of = new Map<Role, string[]>();
  for (const { column, role } of known) of.set(role, [...(of.get(role) ?? []), column]);
  return { of: (role) => of.get(role) ?? [], ignored: [] };
}

/** Legal forms after a comma, which belong to a company's name and do not start another name. */
const SUFFIX =
  /^(?:co|corp|inc|ltd|llc|llp|lp|limited|plc|gmbh|ag|kg|se|sa|s\.a|sas|sarl|srl|spa|s\.p\.a|bv|b\.v|nv|n\.v|oy|ab|as|a\.s|a\/s|pte|pty|jsc|ojsc|pjsc|cjsc|ooo|fze|fzco|sdn|bhd|kk|k\.k|jr|sr|iii?)\b\.?/i;

/** A bullet before each text in a cell with several. */
const BULLET = /^\s*[・•‣▪*-]\s*/;

/**
 * The texts of a cell, separated by vertical bars, or else by semicolons or line breaks, or else by
 * commas that are not part of a company's name ("Co., Ltd.").
 */
export function textsIn(cell: string): string[] {
  const hasBars = cell.includes('|');
  const parted = hasBars ? cell.split('|') : cell.split(/[;；\n、]/).map((part) => part.replace(BULLET, ''));
  const parts = parted.length > 1 ? parted : splitAtCommas(parted[0] ?? '');
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
}

/** Splits a text at commas except those within a company's name: "Vesta Co., Ltd." is one text. */
export function splitAtCommas(cell: string): string[] {
  const parts: string[] = [];
  for (const part of cell.split(/[,，]/)) {
    const last = parts.length - 1;
    if (last >= 0 && SUFFIX.test(part.trim())) parts[last] += `,${part}`;
    else parts.push(part);
  }
  return parts;
}
