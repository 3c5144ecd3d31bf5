/**
 * Text for screen readers when a card is opened by keyboard: the focus does not move, so nothing
 * else announces the card.
 */
import { useEffect, useState } from 'preact/hooks';

/**
 * Milliseconds before the text is set: screen readers announce changes of a status, not its first
 * content.
 */
const ANNOUNCE_DELAY_MS = 100;

export function Announcement({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), ANNOUNCE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="vh" role="status">
      {said}
    </p>
  );
}
