import { CheckFailed } from './problems.ts';

/**
 * Decodes bytes piece by piece; a call without a piece ends the text. Throws CheckFailed `encoding`
 * if the bytes are not valid in that encoding.
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
