/** Lit: a custom element with an open shadow root. */
import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { run } from './feed.mjs';

class PostFeed extends LitElement {
  static properties = { posts: { attribute: false } };

  constructor() {
    super();
    this.posts = [];
  }

  render() {
    const words = ({ text, isHot }) => (isHot ? html`<b>${text}</b>` : text);
    return html`<ol>
      ${repeat(
        this.posts,
        ({ id }) => id,
        (post) => html`<li>${words(post)}</li>`,
      )}
    </ol>`;
  }
}
customElements.define('post-feed', PostFeed);
const feed = document.querySelector('#root').appendChild(document.createElement('post-feed'));
run((posts) => (feed.posts = posts));
