/** Adds up points by country, and keeps the first word of evidence for each. */
export class CountryTally {
  readonly points = new Map<string, number>();

  constructor(readonly words: Map<string, string>) {}

  add(code: string, points: number, word: string): void {
    this.points.set(code, (this.points.get(code) ?? 0) + points);
    if (!this.words.has(code)) this.words.set(code, word);
  }
}
