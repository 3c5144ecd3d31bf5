/** Answers the extension's questions to a page. */
import type { ToPage } from '../../messaging/to-page.ts';
import type { Annotator } from '../annotate/annotator.ts';
import { scrollPrivately } from '../card/scroll-to-mention.ts';
import type { BadgeCount } from '../mentions/badge-count.ts';
import { listMentions } from '../mentions/list-page-mentions.ts';
import { TextPieces } from '../mentions/text-piece.ts';
import { liveRange } from '../text/place.ts';
import type { Article } from './article.ts';
import type { MentionNavigator } from './mention-navigator.ts';
import type { PageCards } from './page-cards.ts';
import type { PageNames } from './page-names.ts';
import type { SessionPorts } from './ports.ts';
import { whenIdle } from './when-idle.ts';

/** Messages that a page view answers. The others end or change the view. */
export type PageQuestion = Exclude<ToPage, { type: 'stop' | 'settings-changed' }>;

/** The parts of the page view that know the answers. */
export interface PageAnswersOptions {
  ports: Pick<SessionPorts, 'document' | 'pageOf'>;
  article: Article;
  annotator: Annotator;
  count: BadgeCount;
  names: PageNames;
  navigator: MentionNavigator;
  cards: PageCards;
}

export class PageAnswers {
  readonly #options: PageAnswersOptions;
  readonly #pieces = new TextPieces();

  constructor(options: PageAnswersOptions) {
    this.#options = options;
  }

  async answer(question: PageQuestion): Promise<unknown> {
    const { ports, article, annotator, count, names, navigator, cards } = this.#options;
    switch (question.type) {
      case 'mentions':
        return listMentions(article.facts(), annotator.painted, (flow) => this.#pieces.idOf(flow), ports.pageOf);
      case 'count':
        return count.told;
      case 'day':
        return article.day;
      case 'show':
        return navigator.showNumber(question.mention);
      case 'show-place': {
        // A private mention is only scrolled to. Nothing is drawn over it, because Chromium tells a
        // page which of its elements are covered (https://w3c.github.io/IntersectionObserver/v2/).
        const place = this.#pieces.placeOf(annotator.flows, question);
        const range = place && liveRange(place);
        if (range) scrollPrivately(ports.document, range);
        return range !== null;
      }
      case 'go-to-mention':
        return navigator.goToMention(question.forward, question.way);
      case 'text':
        if (question.idle) await whenIdle();
        return this.#pieces.piece(annotator.flows, question.from);
      case 'frame-card':
        return cards.takeFromFrame(question.frame, question.input);
      case 'frame-card-news':
        return cards.hearFromTop(question.id, question.news);
      case 'names-changed':
        await names.ask();
        return true;
    }
  }
}
