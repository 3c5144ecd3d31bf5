import { CheckFailed } from './problems.ts';

/**
 * Bytes to text, piece by piece, without one at the end; throws CheckFailed `encoding` where they
 * are not of that encoding.
 */
export function strictText(encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new CheckFailed('encoding');
    }
  };
}
