/** Names of publishers in the user's language. */
import { phraseWords, type Voice } from './terms.ts';

/** "MOFCOM (copy on GitHub)": the name, and what the list notes about the copy. */
const NOTED = /^(.+?) \(([^()]+)\)$/;

/** The name and the note of such a publisher; [] without a note. */
export const partsOfPublisher = (publisher: string): string[] => NOTED.exec(publisher)?.slice(1) ?? [];

/** A publisher as the list names it; in Chinese translated whole, or its name and note apart. */
export function publisherWords(publisher: string, voice: Pick<Voice, 'knowledge' | 'lang'>): string {
  const words = phraseWords(publisher, voice);
  if (!voice.lang.startsWith('zh')) return words;
  return words.replace(
    NOTED,
    (_, name: string, note: string) => `${phraseWords(name, voice)}（${phraseWords(note, voice)}）`,
  );
}
