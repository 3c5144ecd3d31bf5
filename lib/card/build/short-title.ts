/** "MOFCOM No. 72 of 2025": a numbered announcement as it is cited where room is short. */
export const shortTitle = (name: string): string => name.replace(/ Announcement (?=No\. \d)/, ' ');
