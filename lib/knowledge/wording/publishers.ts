/** Names of publishers in the user's language. */
import { phraseWords, type Voice } from './terms.ts';

/** "MOFCOM (copy on GitHub)": the name, and what the list notes about the copy. */
const NOTED = /^(.+?) \(([^()]+)\)$/;

export const partsOfPublisher = (publisher: string): string[] => NOTED.exec(publisher)?.slice(1) ?? [];

/** A publisher as the list names it, or translated whole, or its name and its note apart. */
export function publisherWords(publisher: string, voice: Pick<Voice, 'knowledge' | 'lang'>): string {
  const whole = phraseWords(publisher, voice);
  if (whole !== publisher) return whole;
  const [name = '', note = ''] = partsOfPublisher(publisher);
  const own = phraseWords(name, voice);
  return own === name ? publisher : `${own}（${phraseWords(note, voice)}）`;
}
