/** Kinds by the words that tables use; any other word is shown unchanged. */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    entity: 'company',
    enterprise: 'company',
    organisation: 'company',
    organization: 'company',
    firm: 'company',
    unternehmen: 'company',
    firma: 'company',
    企业: 'company',
    公司: 'company',
    实体: 'company',
    individual: 'person',
    person: 'person',
    个人: 'person',
    vessel: 'vessel',
    ship: 'vessel',
    aircraft: 'aircraft',
    nation: 'country',
    territory: 'country',
    国家: 'country',
  }),
);

/** The kind that a cell names, or its own word in lower case if unknown. */
export function kindIn(cell: string): string {
  const word = cell.trim().toLowerCase();
  return KINDS.get(word) ?? word;
}
