/**
 * The mentions of a page, grouped by entry. A click scrolls to the first mention; an unfolded group
 * has a link to each.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { linkToPage } from '../lib/card/export/page-link.ts';
import type { CardModel } from '../lib/card/model/card-model.ts';
import type { Lookup } from '../lib/card/lookup/lookup-model.ts';
import type { MentionGroup } from '../lib/card/lookup/mention-groups.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import type { ListedMention } from '../lib/messaging/protocol.ts';
import { Tile } from './card/card-head.tsx';
import { FollowButton } from './follow-button.tsx';
import { Glyph } from './glyph.tsx';
import { Icon } from './icons.tsx';
import { MarkedText } from './marked-text.tsx';
import { NoBreakText } from './no-break-text.tsx';

interface ListProps {
  lookup: Lookup;
  /** The address of the page or document. */
  url: string;
  groups: readonly MentionGroup[];
  card: (entry: string) => CardModel | null | undefined;
  textLang: string | null;
  show: (mention: ListedMention) => void;
  open: (entry: string) => void;
}

export function MentionList(props: ListProps) {
  return (
    <ul>
      {props.groups.map((group) => (
        <GroupRow key={group.entry} group={group} {...props} />
      ))}
    </ul>
  );
}

type AltName = NonNullable<ReturnType<ListProps['lookup']['summary']>>['altName'];

/** The name of an entry, and its name in the language of the text. */
const Names = ({ name, altName }: { name: string; altName: AltName }) => (
  <span class="n">
    <NoBreakText text={name} />
    {altName && (
      <>
        {' '}
        <span class="alt" lang={altName.lang}>
          <NoBreakText text={altName.text} />
        </span>
      </>
    )}
  </span>
);

/** The state of an entry on the article's day and now; without a measure, its kind. */
const States = ({ t, model, kindLabel }: { t: Translate; model: CardModel | null | undefined; kindLabel: string }) => (
  <>
    {model?.thenInShort && <State {...model.thenInShort} />}
    {model?.nowInShort ? <State {...model.nowInShort} /> : <span class="s">{kindLabel}</span>}
    {model?.changed && <span class="vh">{t('list_changed')}</span>}
  </>
);

function GroupRow({ group, lookup, url, card, textLang, show, open }: ListProps & { group: MentionGroup }) {
  const { t } = lookup;
  const [unfolded, setUnfolded] = useState(false);
  const entry = lookup.summary(group.entry, textLang);
  const model = card(group.entry);
  const [first] = group.mentions;
  const count = group.mentions.length;
  const name = entry?.name ?? group.name;
  return (
    <li class="entry-row" data-k={group.kind}>
      <button type="button" class={model?.changed ? 'row changed' : 'row'} onClick={() => first && show(first)}>
        <Tile kind={group.kind} tile={entry?.tile ?? { type: 'drawing', drawing: group.kind }} size="small" />
        <span>
          <Names name={name} altName={entry?.altName} />
          <States t={t} model={model} kindLabel={entry?.kindLabel ?? ''} />
        </span>
      </button>
      <span class="end">
        {model?.changed && (
          <span class="neq" title={t('list_changed')} aria-hidden="true">
            <Icon name="differs" />
          </span>
        )}
        <button
          type="button"
          class="btn num"
          aria-expanded={unfolded}
          aria-label={t('list_mentions_of', count, name)}
          onClick={() => setUnfolded(!unfolded)}
        >
          {count}×
          <Icon name="fold" />
        </button>
        <FollowButton follows={lookup.follows} of={group.entry} name={name} t={t} />
        <button
          type="button"
          class="btn icon"
          aria-label={t('list_open', name)}
          title={t('card_full')}
          onClick={() => open(group.entry)}
        >
          <Icon name="instrument" />
        </button>
      </span>
      {unfolded && (
        <div class="quotes">
          {model?.statusThen[0] && !model.thenInShort && (
            <p class="hint">{t('status_with_amount', t('status_then'), model.statusThen[0].text)}</p>
          )}
          <ol>
            {group.mentions.map((mention, i) => (
              <li key={mention.n}>
                <Quote t={t} url={url} mention={mention} number={i + 1} lang={textLang} show={show} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </li>
  );
}

const State = ({ glyph, barred, title }: NonNullable<CardModel['nowInShort']>) => (
  <span class="s marked">
    <Glyph look={glyph} barred={barred} />
    <NoBreakText text={title} />
  </span>
);

/**
 * The sentence of a mention, headed by `name` if the group has a single mention. A click scrolls
 * there. If the document has an address, its page number is a link.
 */
export function Quote({
  url,
  mention,
  number,
  lang,
  show,
  name,
  t,
}: {
  t: Translate;
  url: string;
  mention: ListedMention;
  number: number;
  lang: string | null;
  show: (mention: ListedMention) => void;
  name?: ComponentChildren;
}) {
  const { page } = mention;
  const link = page === undefined ? null : linkToPage(url, page);
  return (
    <>
      <button type="button" class="quote" onClick={() => show(mention)}>
        <i>{number}</i>
        <span>
          {name}
          {page !== undefined && !link && <span class="hint num">{t('export_on_page', page)} </span>}
          <span lang={lang ?? undefined}>
            <MarkedText text={excerpt(mention)} part={mention.text} />
          </span>
        </span>
      </button>
      {link && page !== undefined && (
        <a class="page-link" href={link} target="_blank" rel="noopener noreferrer" title={t('list_open_page')}>
          {t('reader_page_label', page)}
          <Icon name="open" />
        </a>
      )}
    </>
  );
}

const EXCERPT_CHARS = 110;

/** The part of the sentence around the mention. */
function excerpt({ quote, text, before }: Pick<ListedMention, 'quote' | 'text' | 'before'>): string {
  // The sentence may contain the words twice, and the text before them may belong to the sentence
  // before.
  const lead = quote.indexOf(before);
  const at = quote.indexOf(text, lead < 0 ? 0 : lead + before.length);
  if (quote.length <= EXCERPT_CHARS || at < 0)
    return quote.length <= EXCERPT_CHARS ? quote : `${quote.slice(0, EXCERPT_CHARS)}…`;
  const from = Math.max(0, Math.min(at - 40, quote.length - EXCERPT_CHARS));
  const start = from === 0 ? 0 : quote.indexOf(' ', from) + 1 || from;
  const cut = quote.lastIndexOf(' ', from + EXCERPT_CHARS);
  // Cuts at the end of a word if the language has spaces, and never within the mention.
  const end =
    from + EXCERPT_CHARS >= quote.length ? quote.length : cut > from + EXCERPT_CHARS / 2 ? cut : from + EXCERPT_CHARS;
  const last = Math.max(end, at + text.length);
  return `${start > 0 ? '…' : ''}${quote.slice(Math.min(start, at), last)}${last < quote.length ? '…' : ''}`;
}
