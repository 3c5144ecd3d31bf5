/** A virtual list of many rows, of which only the visible ones are in the page. */
import { createElement as h, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { VList } from 'virtua';
import { nextPosts, random, run } from './feed.mjs';

const ROWS = 400;
let all = [];
while (all.length < ROWS) all = [...all, ...nextPosts([])];
const list = createRef();
const root = createRoot(document.querySelector('#root'));
run(() => {
  const at = random(ROWS);
  all = all.with(at, { ...all[at], isHot: !all[at].isHot });
  root.render(
    h(
      VList,
      { ref: list, style: { height: '360px' } },
      all.map(({ id, text, isHot }) => h('p', { key: id }, isHot ? h('b', null, text) : text)),
    ),
  );
  list.current?.scrollToIndex(random(ROWS));
});
