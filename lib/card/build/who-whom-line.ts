import type { WhoWhom } from './who-whom.ts';

/** "China → United States · exports": who restricts what toward whom, on one line. */
export const whoWhomLine = ({ who, toward, restricts }: WhoWhom): string =>
  [toward ? `${who} → ${toward}` : who, restricts].join(' · ');
