/** React: a keyed list. */
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { run } from './feed.mjs';

const root = createRoot(document.querySelector('#root'));
run((posts) =>
  root.render(
    h(
      'ol',
      null,
      posts.map(({ id, text, isHot }) => h('li', { key: id }, isHot ? h('b', null, text) : text)),
    ),
  ),
);
