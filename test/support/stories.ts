/** Short articles of our own for pages under test. */
export const STORY = [
  'China’s Ministry of Commerce put gallium and germanium under licence in August 2023, and antimony a year later.',
  'Nvidia’s H20 chips wait for the Bureau of Industry and Security, which put Huawei on the Entity List in 2019.',
  'Tungsten followed in February; buyers of rare earths ask for samarium and dysprosium first.',
];

/** Texts that each contain another name, so that a mix-up is noticed. */
export const ITEMS = [
  'Smelters ship gallium again.',
  'Buyers of germanium wait.',
  'Antimony prices doubled.',
  'Tungsten mines reopen.',
  'Graphite needs a closer look.',
  'Nvidia sells the H20.',
  'Huawei is on the Entity List.',
  'The Bureau of Industry and Security replied.',
];

export const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');

export function article(body: string, { head = '', lang = 'en' }: { head?: string; lang?: string } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Trade</title><meta property="article:published_time" content="2025-07-18T09:40:00+08:00">${head}<style>body{font:18px/1.6 serif;max-width:640px;margin:40px auto}</style></head><body>${body}</body></html>`;
}
