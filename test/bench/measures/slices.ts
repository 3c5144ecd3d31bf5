/** How long our script holds the page's thread at a time, from a trace of Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { settledMarks } from '../../../lib/publish/drive.ts';
import { pause } from '../../../lib/publish/wait.ts';
import { NEWS } from '../../support/reader.ts';
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
/** What goes on after a pause names no script. The page's own scripts do not run here, so that it is ours; shorter ones are the browser's bookkeeping. */
const GOES_ON = { name: 'RunMicrotasks', atLeast: 100 };

/** Milliseconds of each task of a page's thread in which a script of `origin` ran or went on. */
function tasksOf(events: readonly TraceEvent[], origin: string): number[] {
  const named = events.filter(({ name, args }) => RUNS.has(name) && args?.data?.url?.startsWith(origin));
  const threads = new Set(named.map(({ pid, tid }) => `${pid} ${tid}`));
  const ours = [...named, ...events.filter(({ name, dur }) => name === GOES_ON.name && dur >= GOES_ON.atLeast)];
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && threads.has(`${pid} ${tid}`),
  );
  const times: number[] = [];
  for (const task of tasks)
    if (
      ours.some(
        (run) => run.pid === task.pid && run.tid === task.tid && run.ts >= task.ts && run.ts <= task.ts + task.dur,
      )
    )
      times.push(task.dur / 1000);
  return times;
}

/** `slowdown`: how many times slower the processor is made to seem. */
async function tasksWhileReading(lab: Lab, path: string, folder: string, slowdown: number): Promise<number[]> {
  const page = await lab.launched.browser.newPage();
  await page.setViewport({ width: 1180, height: 900 });
  if (slowdown > 1) await page.emulateCPUThrottling(slowdown);
  const file = join(folder, 'trace.json');
  await page.tracing.start({
    path: file,
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'],
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

export async function sliceFigures(
  lab: Lab,
  pages: readonly { name: string; path: string }[],
  folder: string,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, path } of pages) {
    const about = { browser: lab.name, page: name, unit: 'ms' } as const;
    const plain = await tasksWhileReading(lab, path, folder, 1);
    const slow = await tasksWhileReading(lab, path, folder, 4);
    figures.push(
      {
        ...figureOf({ what: 'one task of ours, 99th percentile', ...about, goal: GOALS.slice }, plain),
        value: quantile(plain, 0.99),
      },
      {
        ...figureOf(
          { what: 'longest task of ours, processor four times slower', ...about, goal: GOALS.longestTask },
          slow,
        ),
        value: Math.max(...slow),
      },
    );
  }
  return figures;
}
