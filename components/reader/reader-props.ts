/** The data and actions of the reader's page. */
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import type { ListedMention, PageMentions } from '../../lib/messaging/protocol.ts';

/** Why there is no document. */
export type OpenFault =
  | 'broken'
  | 'refused'
  | 'missing'
  | 'server fault'
  | 'unreachable'
  | 'web page'
  | 'too large'
  | 'no text'
  | 'office file'
  | 'archive'
  | 'picture'
  | 'not a document'
  | 'file address'
  | 'tab gone';

/** The stages of opening a document. */
export type OpenStage =
  | { at: 'start' }
  /** The user must first allow the host of `url`. `from`: the host that led there, or ''. */
  | { at: 'asking'; url: string; from: string; refused: boolean }
  /** `share`: from 0 to 1; null if unknown. */
  | { at: 'loading'; name: string; share: number | null }
  | { at: 'locked'; name: string; isRetry: boolean; answer: (password: string | null) => void }
  /** `detail`: the status of the answer, or the kind of the file. `url`: '' for a local file. */
  | { at: 'failed'; name: string; fault: OpenFault; detail: string; url: string };

/** A heading of a PDF's outline. `page`: from 1; null if it leads to no page. */
export interface OutlineItem {
  title: string;
  page: number | null;
  items: readonly OutlineItem[];
}

/** A document with pages. */
export interface PagedDocument {
  page: number;
  pages: number;
  /** The number of pages whose text was read; `isStopped`: the user stopped the reading. */
  read: number;
  isStopped: boolean;
  /** Pages that were read and have only pictures. */
  withoutText: readonly number[];
  /** Pages whose text cannot be decoded, since the file does not say which letters it shows. */
  unreadable: readonly number[];
  /** Pages that could not be drawn or read. */
  faulty: readonly number[];
  scale: number;
  outline: readonly OutlineItem[];
}

/** The match on which the find bar stands, and the number of all matches. */
export interface FindPosition {
  /** From 1; 0 if there is no match. */
  at: number;
  count: number;
}

/**
 * `day`: YYYY-MM-DD, the document's date or the user's; null if there is none. `paged`: null
 * without pages.
 */
export interface ShownDocument {
  title: string;
  /** '' for a file of this computer. */
  url: string;
  day: string | null;
  daySource: 'page' | 'file' | 'user' | null;
  paged: PagedDocument | null;
  mentions: PageMentions | null;
  /** The element with the document, which other code draws. */
  host: HTMLElement;
}

/**
 * `allow`: asks for permission to fetch the address. `by`: 1 for the next or larger, -1 for the one
 * before or smaller.
 */
export interface ReaderActions {
  openFile: (file: File) => void;
  openText: (text: string) => void;
  allow: (url: string) => void;
  openAddress: (url: string) => void;
  cancel: () => void;
  setDay: (day: string | null) => void;
  goToPage: (page: number) => void;
  zoom: (by: 1 | -1) => void;
  fitWidth: () => void;
  stopReading: () => void;
  readOn: () => void;
  show: (mention: ListedMention) => void;
  find: (words: string) => FindPosition;
  findNext: (by: 1 | -1) => FindPosition;
  copy: (text: string) => Promise<void>;
  save: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void;
}

export interface ReaderProps extends ReaderActions {
  lookup: Lookup;
  stage: OpenStage | null;
  shown: ShownDocument | null;
}
