/** Shortens the name of a numbered announcement: "MOFCOM No. 72 of 2025". */
export const shortTitle = (name: string): string => name.replace(/ Announcement (?=No\. \d)/, ' ');
