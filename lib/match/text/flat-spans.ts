/**
 * Spans with a number each, in a flat array: start, end, number, start, end, number. A page has
 * tens of thousands, and an object for each would take several times the memory. The number is the
 * target of a hit, the cue of an occurrence in a block, or the block of an occurrence in an
 * article.
 */
export type FlatSpans = readonly number[];

/** Array elements of a span; `n` below counts spans. */
const NUMBERS_A_SPAN = 3;

/** The number of spans. */
export const spanCount = (spans: FlatSpans): number => spans.length / NUMBERS_A_SPAN;
/** Where the nth span starts, counted from 0. */
export const startOf = (spans: FlatSpans, n: number): number => spans[n * NUMBERS_A_SPAN] as number;
/** Where the nth span ends. */
export const endOf = (spans: FlatSpans, n: number): number => spans[n * NUMBERS_A_SPAN + 1] as number;
/** The number of the nth span. */
export const numberOf = (spans: FlatSpans, n: number): number => spans[n * NUMBERS_A_SPAN + 2] as number;

/** Appends a span. */
export function addSpan(spans: number[], start: number, end: number, number: number): void {
  spans.push(start, end, number);
}

/** The first `count` spans. */
export const firstSpans = (spans: FlatSpans, count: number): number[] => spans.slice(0, count * NUMBERS_A_SPAN);
