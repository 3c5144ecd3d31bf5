import { CheckFailed } from './problems.ts';

/**
 * Bytes to text, piece by piece, without one at the end; throws CheckFailed `encoding` where they
 * are no UTF-8.
 */
export function strictUtf8(): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (piece) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new CheckFailed('encoding');
    }
  };
}
