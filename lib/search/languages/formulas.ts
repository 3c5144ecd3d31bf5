/** Chemical formulas of compounds that no entry has as a name. Only search uses them. */
export const FORMULAS: readonly (readonly [phrases: string, names: string])[] = [
  ['Nd2Fe14B, NdFeB, Nd Fe B', 'NdFeB magnets'],
  ['SmCo5, Sm2Co17, SmCo', 'SmCo magnets'],
  ['CaF2', 'Fluorspar'],
  ['BaSO4', 'Barite'],
  ['Al2O3, Al(OH)3', 'Alumina'],
  ['H2SO4', 'Sulphuric acid'],
  ['KCl, K2O, K2SO4', 'Potash'],
  ['C2H6', 'Ethane'],
  ['Fe2O3, Fe3O4', 'Iron ore'],
  ['SiO2', 'High-purity quartz; Silicon'],
  ['H3PO4, P2O5', 'Phosphate; Phosphorus'],
  ['SiHCl3, SiH4', 'Polysilicon'],
  ['LiPF6, LiFePO4, LFP', 'Lithium-ion batteries; Battery cathode technology; Lithium'],
  ['KAlSi3O8, NaAlSi3O8', 'Feldspar'],
];
