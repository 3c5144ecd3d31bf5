/**
 * A feed of posts that changes in each turn, from a seed: posts are added, removed, moved and
 * reworded. All libraries draw the same feed.
 */
const NEWS = [
  'Gallium prices doubled after the notice.',
  'Buyers of antimony wait for a licence.',
  'Nvidia sells the H20 again.',
  'MOFCOM named 28 firms.',
  'Tungsten mines reopen in Kazakhstan.',
  'Rare earths left the port on Monday.',
  'Huawei shows a new server.',
  'Nothing of note came over the wire.',
  'Germanium follows gallium.',
  'The harbour was quiet.',
];
const MAX_POSTS = 24;

let seed = 7;
export const random = (below) => (seed = (seed * 16807) % 2147483647) % below;

let last = 0;
const post = () => ({ id: ++last, text: NEWS[random(NEWS.length)], isHot: random(3) === 0 });

/** The posts of the next turn. */
export function nextPosts(posts) {
  const next = [...posts];
  next.splice(random(next.length + 1), 0, post());
  if (next.length > MAX_POSTS) next.splice(random(next.length), 2);
  const at = random(next.length);
  next[at] = { ...next[at], text: NEWS[random(NEWS.length)], isHot: !next[at].isHot };
  const [moved] = next.splice(random(next.length), 1);
  next.splice(random(next.length + 1), 0, moved);
  return next;
}

/** Milliseconds between two turns. */
const BEAT_MS = 60;

/** Calls `draw` with the posts of turn after turn until `window.stop()`. */
export function run(draw) {
  let posts = [];
  const turn = () => {
    posts = nextPosts(posts);
    draw(posts);
    window.turns = (window.turns ?? 0) + 1;
  };
  for (let k = 0; k < 12; k++) turn();
  const beat = setInterval(turn, BEAT_MS);
  window.halt = () => clearInterval(beat);
}
