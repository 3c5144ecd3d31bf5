/** Svelte: a keyed list. */
import { mount } from 'svelte';
import { writable } from 'svelte/store';
import { run } from './feed.mjs';
import Feed from './feed.svelte';

const shown = writable([]);
mount(Feed, { target: document.querySelector('#root'), props: { posts: shown } });
run((posts) => shown.set(posts));
