/**
 * A rich-text editor: its text belongs to the user and has no marks, but the text beside it has.
 */
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { random, run } from './feed.mjs';

const root = document.querySelector('#root');
const beside = root.appendChild(document.createElement('p'));
const view = new EditorView(root.appendChild(document.createElement('div')), {
  state: EditorState.create({ schema, doc: schema.node('doc', null, [schema.node('paragraph')]) }),
});
const MAX_LENGTH = 2_000;
run((posts) => {
  const { text, isHot } = posts[random(posts.length)];
  beside.textContent = text;
  const { state } = view;
  const end = state.doc.content.size - 1;
  const change = end > MAX_LENGTH ? state.tr.delete(1, end / 2) : state.tr.insertText(`${text} `, 1 + random(end));
  view.dispatch(isHot ? change.addMark(1, Math.min(9, change.doc.content.size - 1), schema.marks.strong.create()) : change);
  window.differs = view.state.doc.textContent !== view.dom.textContent;
});
