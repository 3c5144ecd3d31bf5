/**
 * The main figure of the bench: what Tradegloss adds to the work of a page, compared with an
 * extension that does nothing and with two known scripts.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bareExtension } from './bare-extension.ts';
import type { Figure } from './figures.ts';
import { GOALS } from './goals.ts';
import { openLab, type BenchPage, type Lab } from './lab.ts';
import { densePage, framesPage, linksPage, longArticle, plainPage } from './made-pages.ts';
import { OURS, workFigures, type Contender, type WorkPage } from './measures/page-work.ts';

const packaged = (path: string) => readFileSync(fileURLToPath(import.meta.resolve(path)), 'utf8');

/** mark.js as a user script would use it, with eight words. */
const MARK = `new Mark(document.body).mark(['gallium', 'germanium', 'antimony', 'tungsten', 'Nvidia', 'Huawei', 'graphite', 'Entity List']);`;

/** The annotator of Hypothesis asks the page for the address of its sidebar. Here it has none. */
const NO_SIDEBAR = `for (const rel of ['sidebar', 'notebook']) {
  const link = document.createElement('link');
  Object.assign(link, { rel, type: 'application/annotator+html', href: 'about:blank' });
  document.head.append(link);
}`;

interface WorkSetting {
  lab: Lab;
  folder: string;
  /** A long article from a real site, if one was given. */
  saved: BenchPage | undefined;
  rounds: number;
  /** Only the two short pages, without peers, and both extensions at once. */
  short: boolean;
}

export async function pageWorkFigures({ lab, folder, saved, rounds, short }: WorkSetting): Promise<Figure[]> {
  const pages: (WorkPage & { html: string })[] = [
    { name: 'short, names nothing', html: plainPage(), goals: GOALS.plainPage },
    { name: '250 mentions', html: densePage(), goals: GOALS.densePage },
  ];
  if (!short)
    pages.push(
      saved
        ? { name: `long article (${saved.name})`, html: saved.html, goals: GOALS.longPage }
        : { name: 'long article (made)', html: longArticle(), goals: GOALS.madeLongPage },
    );
  return workBeside({ lab, folder, rounds, atOnce: short }, pages, [
    { called: 'empty', scripts: [''] },
    ...(!short
      ? [
          { called: 'mark.js', scripts: [packaged('mark.js/dist/mark.min.js'), MARK] },
          { called: 'Hypothesis', scripts: [NO_SIDEBAR, packaged('hypothesis/build/scripts/annotator.bundle.js')] },
        ]
      : []),
  ]);
}

/** Milliseconds until frames that are read one after the other have been read. */
const FRAMES_REST_MS = 8000;

/** Pages whose cost is in their layout and their frames, compared with the empty extension. */
export const layoutWorkFigures = (setting: Omit<WorkSetting, 'saved' | 'short'>): Promise<Figure[]> =>
  workBeside(
    { ...setting, atOnce: false },
    [
      { name: '20 frames of text', html: framesPage(), goals: {}, restMs: FRAMES_REST_MS },
      { name: '2,000 links laid out', html: linksPage(), goals: {} },
    ],
    [{ called: 'empty', scripts: [''] }],
  );

async function workBeside(
  { lab, folder, rounds, atOnce }: Pick<WorkSetting, 'lab' | 'folder' | 'rounds'> & { atOnce: boolean },
  pages: readonly (WorkPage & { html: string })[],
  others: readonly { called: string; scripts: readonly string[] }[],
): Promise<Figure[]> {
  const opened: { called: string; lab: Lab }[] = [];
  try {
    for (const { called, scripts } of others)
      opened.push({
        called,
        lab: await openLab(lab.name, { extension: bareExtension(lab.name, folder, { called, scripts }) }),
      });
    const [empty, ...theirs] = opened;
    const contenders: Contender[] = [...(empty ? [empty] : []), { called: OURS, lab }, ...theirs].map((one) => ({
      ...one,
      paths: pages.map(({ html }) => one.lab.serve(html, { still: true })),
    }));
    return await workFigures(contenders, pages, { rounds, atOnce });
  } finally {
    for (const one of opened) await one.lab.end();
  }
}
