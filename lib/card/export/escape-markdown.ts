/** Escapes untrusted text and addresses (of pages and lists) in Markdown that we write. */
import { joinLines } from '../../core/csv-cell.ts';

/**
 * Escapes everything that CommonMark, GitHub and Obsidian treat as markup, including HTML and
 * formulas.
 */
export const escapeMarkdown = (text: string): string =>
  joinLines(text, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&$^]/g, '\\$&')
    // These signs start lists, rules and headings at the start of a line.
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/**
 * Characters that could end an address early, or start markup in a program that reads it loosely.
 */
const ENDS_ADDRESS = /[\s\p{Cc}()[\]<>\\`"|{}^]/gu;
const percentEncoded = (letter: string): string => {
  const ascii = letter.charCodeAt(0);
  return ascii < 128 ? `%${ascii.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(letter);
};

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);
const inBrackets = (url: string): string => `<${url.replace(ENDS_ADDRESS, percentEncoded)}>`;

/** An address as an autolink. Only web addresses become links. */
export const autolink = (url: string): string => (isWebAddress(url) ? inBrackets(url) : escapeMarkdown(url));

/** A Markdown link, or only its text if the address is not of the web. */
export const markdownLink = (text: string, url: string): string =>
  isWebAddress(url) ? `[${escapeMarkdown(text)}](${inBrackets(url)})` : escapeMarkdown(text);
