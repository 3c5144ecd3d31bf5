/** Whose a number is, where the text says so right beside it: "GACC Announcement No. 12", 海关总署公告2024年第46号. */
import type { Article } from './article.ts';
import type { Candidate } from '../model.ts';
import { kindOf } from './readings.ts';

/** Between the bodies of one announcement, and between the last of them and its word. */
const JOINS =
  /^(?:['’]s|의)?\s*(?:[、,，&/·]\s*)?(?:(?:and|und|et|y|[和及与與]|및)\s*)?(?:(?:the|le|la|el)\s*)?(?:(?:[〔（([]|\d{4}[年년])\s*)?$/;
const PARTED = /^[\s、，,和及与與]/;
/** A Chinese body that no list need know, straight before: 国家税务总局. No 本部, no 全部. */
const CJK_BODY = /^[\s、，,和及与與]*[\u4e00-\u9fff]{2,14}(?:[^本我该該此各全内內外总總]部|[局署委院会會办辦])\s*$/;
/** "Announcement No. 12 of 2026 of the …", "… by …" */
const OF = /^\s(?:of|by|from|issued by|de[rsl]?|du|von)(?:\s(?:the|la|les?|l['’]|de[rm]))?\s?$/;
/** 第70号、第71号主席令: the orders of a head of state or of a cabinet are no announcements. */
const ORDERS = /^(?:.第\d{1,5}[号號]){0,10}[主国國总總].{1,2}令/;
/** As far back as a body with a long name starts. */
const MAX_UNITS_BACK = 24;

const isBody = (one: Candidate) => one.readings.some((reading) => kindOf(reading) === 'agency');

/** Whether the number is of bodies other than these. Of one that several made together, one of these is enough. */
export function isOfAnother({ blocks, candidates }: Article, c: Candidate, bodies: readonly string[]): boolean {
  const text = blocks[c.block]?.text ?? '';
  if (ORDERS.test(text.slice(c.end))) return true;
  const isOurs = (one: Candidate) => one.readings.some(({ id }) => bodies.includes(id));
  const inBlock = (index: number) => {
    const one = candidates[index];
    return one?.block === c.block ? one : null;
  };
  let isOthers = false;
  for (let index = c.index - 1, start = c.start; ; index--) {
    const one = inBlock(index);
    const gap = text.slice(Math.max(one?.end ?? 0, start - MAX_UNITS_BACK), start);
    const isNamed = CJK_BODY.test(gap);
    isOthers ||= isNamed;
    if (!one || !isBody(one) || !(isNamed ? PARTED : JOINS).test(gap)) break;
    if (isOurs(one)) return false;
    isOthers = true;
    start = one.start;
  }
  if (isOthers) return true;
  const next = inBlock(c.index + 1);
  return next !== null && isBody(next) && !isOurs(next) && OF.test(text.slice(c.end, next.start));
}
