/** The data and actions of the reader's page. */
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import type { ListedMention, PageMentions } from '../../lib/messaging/protocol.ts';

/** Why there is no document. */
export type OpenFault = 'broken' | 'unreachable' | 'too large' | 'no text' | 'not a document' | 'tab gone';

/** The stages of opening a document; each is shown in its place. */
export type OpenStage =
  | { at: 'start' }
  /** The host of `url` has to be allowed first. */
  | { at: 'asking'; url: string; refused: boolean }
  /** `share`: from 0 to 1, where it is known. */
  | { at: 'loading'; name: string; share: number | null }
  | { at: 'locked'; name: string; isRetry: boolean; answer: (password: string | null) => void }
  | { at: 'failed'; name: string; fault: OpenFault; file: boolean };

export interface OutlineItem {
  title: string;
  page: number | null;
  items: readonly OutlineItem[];
}

/** A document with pages. */
export interface Paged {
  page: number;
  pages: number;
  /** Pages whose text was read; `isStopped`: by the user. */
  read: number;
  isStopped: boolean;
  /** Pages that were read and are pictures alone. */
  withoutText: readonly number[];
  /** Pages with text whose letters the file does not tell. */
  unreadable: readonly number[];
  /** Pages that could not be drawn or read. */
  faulty: readonly number[];
  scale: number;
  outline: readonly OutlineItem[];
}

export interface Found {
  /** From 1; 0 where there is none. */
  at: number;
  count: number;
}

export interface ShownDocument {
  title: string;
  /** '' for a document of this computer. */
  url: string;
  day: string | null;
  daySource: 'page' | 'file' | 'user' | null;
  paged: Paged | null;
  mentions: PageMentions | null;
  /** The element that holds the document; drawn by others. */
  host: HTMLElement;
}

export interface ReaderActions {
  openFile: (file: File) => void;
  openText: (text: string) => void;
  allow: (url: string) => void;
  startAgain: () => void;
  cancel: () => void;
  setDay: (day: string | null) => void;
  goToPage: (page: number) => void;
  zoom: (by: 1 | -1) => void;
  fitWidth: () => void;
  stopReading: () => void;
  readOn: () => void;
  show: (mention: ListedMention) => void;
  find: (words: string) => Found;
  findNext: (by: 1 | -1) => Found;
  copy: (text: string) => Promise<void>;
  save: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void;
}

export interface ReaderProps extends ReaderActions {
  lookup: Lookup;
  stage: OpenStage | null;
  shown: ShownDocument | null;
}
