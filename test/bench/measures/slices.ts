/** How long our script blocks the page's thread at a time, from a trace of Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { settledMarks } from '../../../lib/tools/browser/drive.ts';
import { pause } from '../../../lib/tools/browser/wait.ts';
import { NEWS } from '../../support/test-user.ts';
import { figureOf, quantile, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';

const Event = v.object({
  name: v.string(),
  ph: v.string(),
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number(), 0),
  pid: v.number(),
  tid: v.number(),
  args: v.optional(v.looseObject({ data: v.optional(v.looseObject({ url: v.optional(v.string()) })) })),
});
const Trace = v.object({ traceEvents: v.array(v.unknown()) });
type TraceEvent = v.InferOutput<typeof Event>;

const RUNS = new Set(['FunctionCall', 'EvaluateScript', 'v8.evaluateModule', 'v8.run']);
/** Tasks that continue after a pause name no script. Shorter ones are the browser's own. */
const GOES_ON = { name: 'RunMicrotasks', atLeast: 100 };
/** Times in a trace are in microseconds. */
const MILLISECOND = 1000;

/**
 * Milliseconds of each task of the page's thread in which a script of `origin` ran. The page's own
 * scripts are blocked, so after ours started all work is ours, except requests of the driver.
 */
function tasksOf(events: readonly TraceEvent[], origin: string): number[] {
  const urlOf = ({ args }: TraceEvent) => args?.data?.url ?? '';
  const first = events.find((event) => RUNS.has(event.name) && urlOf(event) === `${origin}/page.js`);
  if (!first) throw new Error('our script did not run in the page');
  const here = events.filter(({ pid, tid, ts }) => pid === first.pid && tid === first.tid && ts >= first.ts);
  const named = here.filter((event) => RUNS.has(event.name) && urlOf(event).startsWith(origin));
  const onward = here.filter(({ name, dur }) => name === GOES_ON.name && dur >= GOES_ON.atLeast);
  const asked = here.filter((event) => event.name === 'EvaluateScript' && !urlOf(event).startsWith(origin));
  return events
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === first.pid && tid === first.tid)
    .filter((task) => {
      const holds = ({ ts }: TraceEvent) => ts >= task.ts && ts <= task.ts + task.dur;
      return named.some(holds) || (onward.some(holds) && !asked.some(holds));
    })
    .map(({ dur }) => dur / MILLISECOND);
}

/** `slowdown`: the factor by which the browser throttles the processor. */
async function tasksWhileReading(lab: Lab, path: string, folder: string, slowdown: number): Promise<number[]> {
  const page = await lab.launched.browser.newPage();
  await page.setViewport({ width: 1180, height: 900 });
  if (slowdown > 1) await page.emulateCPUThrottling(slowdown);
  const file = join(folder, 'trace.json');
  await page.tracing.start({
    path: file,
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'v8.execute'],
  });
  await page.goto(lab.url(path, NEWS));
  await settledMarks(page, { rest: 1500 });
  await pause(500);
  await page.tracing.stop();
  await page.close();
  const { traceEvents } = v.parse(Trace, JSON.parse(readFileSync(file, 'utf8')));
  const events = traceEvents.flatMap((one) => {
    const event = v.safeParse(Event, one);
    return event.success ? [event.output] : [];
  });
  return tasksOf(events, lab.launched.origin);
}

/** The number of visits to each page. */
const VISITS = 3;

export async function sliceFigures(
  lab: Lab,
  pages: readonly { name: string; path: string }[],
  folder: string,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, path } of pages) {
    const about = { browser: lab.name, page: name, unit: 'ms' } as const;
    const plain: number[] = [];
    const longest: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) {
      plain.push(...(await tasksWhileReading(lab, path, folder, 1)));
      longest.push(Math.max(...(await tasksWhileReading(lab, path, folder, 4))));
    }
    figures.push(
      {
        ...figureOf({ what: 'one task of ours, 99th percentile', ...about, goal: GOALS.slice }, plain),
        value: quantile(plain, 0.99),
      },
      figureOf(
        { what: 'longest task of ours, processor four times slower', ...about, goal: GOALS.longestTask },
        longest,
      ),
    );
  }
  return figures;
}
