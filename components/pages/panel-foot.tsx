/** Copies the panel's list as text and saves it as a file. */
import { useState } from 'preact/hooks';
import {
  exportMentions,
  exportText,
  fileName,
  FILE_TYPES,
  type ExportRequest,
  type Format,
} from '../../lib/card/export/export-mentions.ts';
import type { Article } from '../../lib/card/lookup/lookup-model.ts';
import type { MentionGroup } from '../../lib/card/lookup/mention-groups.ts';
import type { PageMentions } from '../../lib/messaging/protocol.ts';
import { Icon } from '../icons.tsx';
import { Notice, useNotice } from '../notice.tsx';
import { ExportMenu } from './export-menu.tsx';
import type { PanelProps } from './panel-props.ts';

export function PanelFoot({
  lookup,
  page,
  article,
  groups,
  copy,
  save,
}: Pick<PanelProps, 'lookup' | 'copy' | 'save'> & {
  page: PageMentions;
  article: Article;
  groups: readonly MentionGroup[];
}) {
  const { t, today, asOf, bases } = lookup;
  const { said, say, tell } = useNotice();
  const [personal, setPersonal] = useState(false);
  const listed = new Set(groups.map((group) => group.entry));
  const request = (): ExportRequest => ({
    page,
    mentions: page.mentions.filter((mention) => listed.has(mention.entry) && (personal || !mention.personal)),
    card: (entry) => lookup.card(entry, article),
    today: asOf ?? today,
    list: bases.map(({ title, version }) => t('list_named', title, version)).join('; '),
    t,
  });
  const saveAs = async (format: Format) => {
    save(fileName(format, page.title, today), FILE_TYPES[format].type, await exportMentions(format, request()));
    say({ words: t('export_saved') });
  };
  return (
    <footer class="foot">
      <button
        type="button"
        class="btn"
        onClick={() => tell(copy(exportText('markdown', request())), t('card_copied'), t('card_not_copied'))}
      >
        <Icon name="copy" />
        {t('export_copy')}
      </button>
      <Notice said={said} />
      <ExportMenu
        t={t}
        hasPersonal={page.mentions.some((mention) => mention.personal)}
        personal={personal}
        setPersonal={setPersonal}
        save={(format) => void saveAs(format).catch((error: unknown) => say({ words: String(error), bad: true }))}
      />
    </footer>
  );
}
