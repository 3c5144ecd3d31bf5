/** The service of lists for the extension's own pages, connected to the real browser. */
import type { Base } from '../../store/db.ts';
import { requestForFetching } from '../../sites/fetch-only.ts';
import { ListsService } from '../lists-service.ts';
import { openPageText } from './open-page-adapter.ts';
import { announce, announceLists, onLists } from './list-signals.ts';
import { listsPorts } from './update-schedule.ts';

export const listsService = (base: Base): ListsService =>
  new ListsService(base, listsPorts(base), {
    requestHost: (url) => requestForFetching(url),
    openPage: openPageText,
    announce: () => announce('entries'),
    announceLists,
    onChange: (call) => onLists(call),
  });
