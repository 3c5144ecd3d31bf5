/** The sections of an entry's page on facts, names and sources. */
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Source } from '../card/sources.tsx';
import { Claim, Facts, Pair } from '../card/full-card-body.tsx';
import { TruncatedList } from '../truncated-list.tsx';
import { Section } from './entry-section.tsx';

/** The most names of one language, and the most sources, that are shown at once. */
const MAX_NAMES_SHOWN = 8;
const MAX_SOURCES_SHOWN = 12;

interface FactsProps {
  card: CardModel;
  id: string | undefined;
  t: Translate;
  follow: (entry: string) => void;
}

/** Facts, related entries, and what the press often gets wrong about the entry. */
export function FactsSection({ card, id, t, follow }: FactsProps) {
  const { facts, related, misreported } = card;
  if (facts.length + related.length === 0 && !misreported) return null;
  return (
    <Section id={id} title={t('entry_facts')}>
      <Facts facts={facts} model={card} />
      {misreported && (
        <>
          <h3 class="label">{t('card_misreported')}</h3>
          <Claim claim={misreported} model={card} />
        </>
      )}
      {related.length > 0 && (
        <>
          <h3 class="label">{t('card_related')}</h3>
          <p class="links">
            {related.map((link) => (
              <button type="button" class="link" key={link.id} onClick={() => follow(link.id)}>
                {link.name}
              </button>
            ))}
          </p>
        </>
      )}
    </Section>
  );
}

const NamesOf = ({ lang, names, t }: { lang: string; names: readonly string[]; t: Translate }) => (
  <TruncatedList
    items={names}
    most={MAX_NAMES_SHOWN}
    more={(count) => t('entry_more_names', count)}
    list={(some) => <span lang={lang}>{some.join('\u00a0· ')}</span>}
  />
);

/** The entry's names by language. */
export function NamesSection({ card, id, t }: Pick<FactsProps, 'card' | 'id' | 't'>) {
  if (card.names.length === 0) return null;
  return (
    <Section id={id} title={t('entry_names')}>
      <dl class="facts">
        {card.names.map(({ lang, label, names }) => (
          <Pair key={lang} term={label}>
            <NamesOf lang={lang} names={names} t={t} />
          </Pair>
        ))}
      </dl>
    </Section>
  );
}

/** All sources, with the claims that a second person could not confirm. */
export function SourcesSection({ card, id, t }: Pick<FactsProps, 'card' | 'id' | 't'>) {
  const { sources, verified, unconfirmed, doubts } = card;
  if (sources.length === 0) return null;
  return (
    <Section id={id} title={t('entry_sources')} hint={verified}>
      <Doubts unconfirmed={unconfirmed} doubts={doubts} t={t} />
      <TruncatedList
        items={sources}
        most={MAX_SOURCES_SHOWN}
        more={(count) => t('entry_all_sources', count)}
        list={(some) => (
          <ol class="src">
            {some.map((source) => (
              <Source key={source.n} source={source} t={t} />
            ))}
          </ol>
        )}
      />
    </Section>
  );
}

/** The claims that a second person could not confirm. */
function Doubts({ unconfirmed, doubts, t }: Pick<CardModel, 'unconfirmed' | 'doubts'> & { t: Translate }) {
  if (doubts) return <p class="doubts">{doubts}</p>;
  if (unconfirmed.length === 0) return null;
  return (
    <div class="doubts">
      <h3 class="label">{t('entry_doubts')}</h3>
      <ul>
        {unconfirmed.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
    </div>
  );
}
