import type { WhoWhom } from './who-whom.ts';

/** Who restricts what toward whom, on one line: "China → United States · exports". */
export const whoWhomLine = ({ who, toward, restricts }: WhoWhom): string =>
  [toward ? `${who} → ${toward}` : who, restricts].join(' · ');
