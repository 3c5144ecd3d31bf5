/**
 * The text that may follow a Korean name without a space: particles, and a few nouns that attach.
 */
import { HANGUL, unitAt, type Units } from './code-units.ts';

const PARTICLES = new Set(
  (
    '은 는 이 가 을 를 과 와 의 에 도 만 로 으로 나 이나 며 이며 고 이고 란 이란 라 이라 다 이다 인 든 이든 께 께서 에서 에게 한테 부터 까지 마저 조차 처럼 보다 밖에 뿐 마다 ' +
    '라고 이라고 라는 이라는 라며 이라며 라도 이라도 야 이야 여 이여 들 들은 들이 들을 들의 들도 들과 에는 에도 에선 에서는 에서도 에서의 에만 에의 로는 로도 로서 로써 으로는 으로도 으로서 으로써 ' +
    '와의 과의 와는 과는 와도 과도 까지도 부터는 만은 만이 만을 만의 측 측은 측이 측의 등 등은 등이 등을 등의 등에 산 용 값 값은 값이 값도 류 제 계 급 발 이었다 였다 입니다 이지만 지만'
  ).split(' '),
);

/** Nouns of trade that headlines join to a name, "흑연수출"; a particle may follow. */
const JOINED =
  /^(?:수출|수입|수급|통제|규제|관세|가격|시세|생산|공급|공급망|광산|광석|정광|합금|산화물|분말|제련|재고|비축|시장|업체|기업|화합물|원료|소재|매장량|채굴|개발|사업|협상|합의)/;

/** Syllables of the longest particle, and one more, which shows that a longer word follows. */
const MAX_SYLLABLES = Math.max(...[...PARTICLES].map((particle) => particle.length)) + 1;

/** True if the Hangul after a name in `text[start..end)` leaves the name a word of its own. */
export function followsAsParticle(units: Units, text: string, start: number, end: number): boolean {
  let syllables = 0;
  for (let k = start; k < end; k++) if (unitAt(units, text.charCodeAt(k)) >>> 16 === HANGUL) syllables++;
  if (syllables >= 3) return true;
  let stop = end;
  while (stop < Math.min(text.length, end + MAX_SYLLABLES) && unitAt(units, text.charCodeAt(stop)) >>> 16 === HANGUL)
    stop++;
  const after = text.slice(end, stop);
  return PARTICLES.has(after) || (syllables === 2 && JOINED.test(after));
}
