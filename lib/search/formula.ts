/** Finds the elements in a chemical formula: "Nd2Fe14B" has neodymium, iron and boron. */

const SYMBOLS: ReadonlySet<string> = new Set(
  (
    'H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr ' +
    'Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu ' +
    'Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu'
  ).split(' '),
);
/** Elements of most compounds, which say nothing about what is traded. */
const COMMON: ReadonlySet<string> = new Set([
  'H',
  'C',
  'N',
  'O',
  'F',
  'S',
  'P',
  'Cl',
  'Br',
  'I',
  'Na',
  'K',
  'Ca',
  'Fe',
]);
/** Characters of the longest formula. */
const MAX_LENGTH = 24;
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** Elements and brackets with their numbers, and nothing else. */
const FORMULA = /^(?:\(|\)|[A-Z][a-z]?|\d)+$/;

const plainDigits = (word: string): string => word.replace(/[₀-₉]/g, (digit) => String(SUBSCRIPTS.indexOf(digit)));

/** Restores capitals in a lower-case formula. Two letters are read as one element if it exists. */
function withCapitals(word: string): string {
  return word.replace(/[a-z]+/g, (letters) => {
    let out = '';
    for (let at = 0; at < letters.length;) {
      const two = letters.charAt(at).toUpperCase() + letters.charAt(at + 1);
      const symbol = two.length === 2 && SYMBOLS.has(two) ? two : letters.charAt(at).toUpperCase();
      out += symbol;
      at += symbol.length;
    }
    return out;
  });
}

/**
 * The lower-case symbols of a formula's elements, without `COMMON`. Empty for a word that is not a
 * formula of two or more elements. A word of capitals only is an abbreviation: "CNBC".
 */
export function elementsIn(typed: string): string[] {
  const word = plainDigits(typed);
  if (word.length > MAX_LENGTH || !/[a-z\d]/.test(word) || !/[a-z]/i.test(word)) return [];
  const isSmall = word === word.toLowerCase();
  if (isSmall && !/\d/.test(word)) return [];
  const formula = isSmall ? withCapitals(word) : word;
  if (!FORMULA.test(formula)) return [];
  const symbols = formula.match(/[A-Z][a-z]?/g) ?? [];
  const elements = [...new Set(symbols)];
  if (elements.length < 2 || elements.some((symbol) => !SYMBOLS.has(symbol))) return [];
  return elements.filter((symbol) => !COMMON.has(symbol)).map((symbol) => symbol.toLowerCase());
}
