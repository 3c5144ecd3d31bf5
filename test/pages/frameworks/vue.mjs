/** Vue: a keyed list. */
import { createApp, h, shallowRef } from 'vue';
import { run } from './feed.mjs';

const shown = shallowRef([]);
createApp({
  render: () =>
    h(
      'ol',
      shown.value.map(({ id, text, isHot }) => h('li', { key: id }, isHot ? [h('b', text)] : text)),
    ),
}).mount('#root');
run((posts) => (shown.value = posts));
