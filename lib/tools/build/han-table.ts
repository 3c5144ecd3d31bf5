/**
 * Loads the table of traditional characters from OpenCC, for commands, tests and the build.
 * Importing this file is enough.
 */
import characters from 'opencc-js/dict/TSCharacters';
import { takeHanPairs } from '../../match/text/simplify-chinese.ts';

/**
 * Pairs that OpenCC does not convert because both characters are in use, but which the press writes
 * either way.
 */
const VARIANTS = '著着乾干';

const single = characters.split('|').flatMap((line) => {
  const [traditional = '', simplified = ''] = line.split(' ');
  return traditional.length === 1 && simplified.length === 1 && traditional !== simplified
    ? traditional + simplified
    : [];
});

export const HAN_TABLE = VARIANTS + single.join('');
takeHanPairs(HAN_TABLE);
