/** Words that announce a number of a body's acts; forms.ts reads the number around them. */
export const FORM_WORDS: readonly string[] = [
  ...['announcement', 'notice', 'order', 'decree', 'circular', 'bulletin', 'proclamation'],
  ...['Bekanntmachung', 'Ankündigung', 'Mitteilung', 'Verordnung', 'Anordnung', 'Erlass', 'Dekret'],
  ...['Bekanntmachungen', 'Ankündigungen', 'Mitteilungen', 'Verordnungen', 'Anordnungen'],
  ...['annonce', 'avis', 'communiqué', 'arrêté', 'décret', 'ordonnance'],
  ...['anuncio', 'aviso', 'comunicado', 'orden', 'decreto', 'resolución', 'circular'],
  ...['公告', '通告', '告示', '号', '令', '공고', '고시', '호', '령'],
];
