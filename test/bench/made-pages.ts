/**
 * Pages that the bench generates: a news article, a long article, a changing page. Seeds make them
 * the same each time.
 */
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { article } from '../support/stories.ts';
import { randomFrom } from '../support/random.ts';

const WORDS =
  'the of and a to in that it was for on are as with they at be this from or one had by but not what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know get through back much go good new write our me man too any day same right look think also around another came come work three must because does part even place well such here take why help put different away again off went old number great tell men say small every found still between name should home big give air line set own under read last never us left end along while might next sound below saw something thought both few those always show large often together asked house world going want school important until form food keep children feet land side without boy once animal life enough took four head above kind began almost live page got earth need far hand high year mother light country father let night picture being study second soon story since white ever paper hard near sentence better best across during today however sure knew tried told young sun thing whole hear example heard several change answer room sea against top turned learn point city play toward five himself usually money seen car morning'.split(
    ' ',
  );
const NAMES = [
  'gallium',
  'germanium',
  'China’s Ministry of Commerce',
  'Nvidia',
  'H20',
  'Bureau of Industry and Security',
  'Huawei',
  'antimony',
  'rare earths',
  'Entity List',
  'samarium',
  'tungsten',
  'Commerce Department',
  'AMD',
  'graphite',
  'export controls',
  'Beijing',
  'Washington',
  'licence',
  'chip',
];

/**
 * A page of about `characters` characters: paragraphs with links and emphasis, where every
 * thirtieth word is a name.
 */
export function longPage(characters: number): string {
  const random = randomFrom(characters);
  let body = '<h1>Made for measuring</h1>';
  for (let written = 0, k = 0; written < characters; k++) {
    const words = Array.from({ length: 40 + random.below(60) }, () => {
      const word = random.chance(1 / 30) ? random.pick(NAMES) : random.pick(WORDS);
      return random.chance(0.05) ? `<a href="#x">${word}</a>` : random.chance(0.03) ? `<em>${word}</em>` : word;
    });
    const paragraph = `${words.join(' ')}.`;
    written += paragraph.replace(/<[^>]*>/g, '').length;
    body += k % 12 === 11 ? `<h2>Part ${k}</h2>` : '';
    body += `<div class="row"><p>${paragraph}</p>\n</div>\n`;
  }
  return article(body);
}

/** A news article of usual length, with a script of the bench in its head. */
export const newsPage = (script: string): string => article(paragraphs(24), { head: `<script>${script}</script>` });

/** An article with a ticker: ten times a second one of its numbers changes. */
export const ticker = (script: string): string =>
  article(`${paragraphs(40)}<p id="ticker">Gallium <b>0</b>, germanium <b>0</b>, antimony <b>0</b></p><script>${script}
const cells = document.querySelectorAll('#ticker b');
let n = 0;
setInterval(() => { cells[n % cells.length].firstChild.data = String(++n); }, 100);</script>`);

/** A chat of `messages` messages, to which ten a second are added. */
export const chat = (script: string, messages: number): string =>
  article(`<div id="log" style="height:600px;overflow:auto">${lines(messages)}</div><script>${script}
const log = document.getElementById('log');
let n = 0;
setInterval(() => { const line = document.createElement('div'); line.textContent = n % 5 ? 'Message ' + n + ' says nothing new' : 'Message ' + n + ': gallium is mentioned'; log.append(line); n++; }, 100);</script>`);

/**
 * A live blog: each second a post of three paragraphs is added at the top, and its clock changes.
 */
export const liveBlog = (script: string): string =>
  article(`<p id="clock">0</p><div id="posts">${paragraphs(60)}</div><script>${script}
const posts = document.getElementById('posts');
let n = 0;
setInterval(() => { document.getElementById('clock').firstChild.data = String(++n); if (n % 10 === 0) { const post = document.createElement('section'); post.innerHTML = '<h3>Update ' + n + '</h3><p>Buyers of germanium wait for the ministry.</p><p>Nothing else is known, and the market waits.</p><p>Nvidia did not comment.</p>'; posts.prepend(post); } }, 100);</script>`);

function paragraphs(count: number): string {
  const random = randomFrom(count);
  return Array.from(
    { length: count },
    () =>
      `<p>${Array.from({ length: 40 }, () => (random.chance(1 / 40) ? random.pick(NAMES) : random.pick(WORDS))).join(' ')}.</p>`,
  ).join('\n');
}

function lines(count: number): string {
  const random = randomFrom(count);
  return Array.from(
    { length: count },
    (_, k) =>
      `<div>${k}: ${Array.from({ length: 12 }, () => (random.chance(1 / 60) ? random.pick(NAMES) : random.pick(WORDS))).join(' ')}</div>`,
  ).join('');
}

/** A short page without names. */
export function plainPage(): string {
  const random = randomFrom(6);
  const texts = Array.from({ length: 6 }, () => Array.from({ length: 40 }, () => random.pick(WORDS)).join(' '));
  return article(`<h1>Nothing is named here</h1>${texts.map((text) => `<p>${text}.</p>`).join('\n')}`);
}

const FRAMES = 20;
const LINKS = 2000;

/** An article with 20 frames below one another, each with three paragraphs. */
export function framesPage(): string {
  const frame = `<iframe width="600" height="300" srcdoc="${paragraphs(3).replaceAll('"', '&quot;')}"></iframe>`;
  return article(`${paragraphs(6)}${`${frame}\n`.repeat(FRAMES)}`);
}

/** Menus as on front pages: links without a space between them, in each kind of layout. */
export function linksPage(): string {
  const random = randomFrom(LINKS);
  const link = () => `<a href="#x">${random.pick(random.chance(1 / 10) ? NAMES : WORDS)}</a>`;
  const menu = (style: string) => `<nav style="${style}">${Array.from({ length: 20 }, link).join('')}</nav>`;
  const styles = ['display: flex; flex-wrap: wrap', 'display: grid', ''];
  const menus = Array.from({ length: LINKS / 20 }, (_, k) => menu(styles[k % styles.length] ?? ''));
  return article(`<style>nav:not([style*=display]) a { display: inline-block }</style>${menus.join('\n')}`);
}

/** An article as long as the longest of an encyclopedia: 490,000 characters with few names. */
export function longArticle(): string {
  const random = randomFrom(490);
  const sentence = () =>
    Array.from({ length: 120 }, () => (random.chance(1 / 400) ? random.pick(NAMES) : random.pick(WORDS))).join(' ');
  const text = Array.from({ length: 860 }, () => `<p>${sentence()}.</p>`);
  return article(text.join('\n'));
}

const DENSE_PARAGRAPHS = 40;
const DENSE_MENTIONS = 250;
const DENSE_ENTRIES = 110;

/** 40 paragraphs with 250 mentions of 110 entries, by names that need no cue. */
export function densePage(): string {
  const random = randomFrom(DENSE_MENTIONS);
  const alone = builtInList().entries.flatMap(({ names }) => {
    const [first] = names.en ?? [];
    return typeof first === 'string' && /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/.test(first) ? [first] : [];
  });
  const step = Math.max(1, Math.floor(alone.length / DENSE_ENTRIES));
  const named = alone.filter((_, k) => k % step === 0).slice(0, DENSE_ENTRIES);
  const texts: string[][] = Array.from({ length: DENSE_PARAGRAPHS }, () =>
    Array.from({ length: 40 }, () => random.pick(WORDS)),
  );
  for (let k = 0; k < DENSE_MENTIONS; k++)
    texts[k % DENSE_PARAGRAPHS]?.splice(random.below(40), 0, named[k % named.length] ?? '');
  return article(texts.map((words) => `<p>${words.join(' ')}.</p>`).join('\n'));
}
