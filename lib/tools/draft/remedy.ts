/** The parts of a draft that follow from the title of a duty against dumping or subsidies. */
export interface Remedy {
  does: 'imposes' | 'extends';
  instrument: string;
}

/** "Continuation of Antidumping Duty Orders"; "following an expiry review". */
const KEEPS_A_DUTY = /\bcontinuation of\b|\bfollowing an? expiry review\b|\bextending the definitive\b/i;

export function remedyIn(title: string): Remedy | null {
  const instrument = /\banti-?dumping\b/i.test(title)
    ? 'instrument/anti-dumping-duty'
    : /\bcountervailing\b/i.test(title)
      ? 'instrument/countervailing-duty'
      : null;
  return instrument && { instrument, does: KEEPS_A_DUTY.test(title) ? 'extends' : 'imposes' };
}
