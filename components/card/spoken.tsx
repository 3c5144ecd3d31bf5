/**
 * Read aloud when the keyboard opened a card: the focus stays, and nothing else announces the card.
 */
import { useEffect, useState } from 'preact/hooks';

/** Screen readers read what comes into a status, not what it holds from the start. */
const SPOKEN_AFTER_MS = 100;

export function Spoken({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="vh" role="status">
      {said}
    </p>
  );
}
