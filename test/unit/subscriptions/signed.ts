/** A list signed by the minisign program, with its signatures and keys. */
import { readFileSync } from 'node:fs';

export const signed = (name: string) => readFileSync(new URL(`../../lists/signed/${name}`, import.meta.url));
/** The key in a key file of the program: its second line. */
export const keyOf = (name: string): string => signed(name).toString('utf8').split('\n')[1] ?? '';
export const KEY = keyOf('publisher.pub');
