/** A small plot in SVG: how cost grows with text and with names. */

export interface Line {
  name: string;
  points: readonly { x: number; y: number }[];
}

const WIDTH = 420;
const HEIGHT = 260;
const LEFT = 54;
const BOTTOM = 40;
const TOP = 28;
const COLOURS = ['#155679', '#a56a24', '#549957', '#c5527f', '#7c7a77', '#976bce'];

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const short = (value: number) =>
  value >= 1000 ? `${Number((value / 1000).toPrecision(3))}k` : String(Number(value.toPrecision(2)));

/** Both axes are logarithmic, so that proportional growth is a straight line. */
export function plot(title: string, across: string, up: string, lines: readonly Line[]): string {
  const all = lines.flatMap(({ points }) => points);
  const range = (values: number[]): [number, number] => [
    Math.log(Math.min(...values) * 0.8),
    Math.log(Math.max(...values) * 1.25),
  ];
  const [x0, x1] = range(all.map(({ x }) => x));
  const [y0, y1] = range(all.map(({ y }) => y));
  const atX = (x: number) => LEFT + ((Math.log(x) - x0) / (x1 - x0)) * (WIDTH - LEFT - 110);
  const atY = (y: number) => HEIGHT - BOTTOM - ((Math.log(y) - y0) / (y1 - y0)) * (HEIGHT - BOTTOM - TOP);
  const ticks = (from: number, to: number) =>
    [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 0.1, 0.01].filter((tick) => Math.log(tick) >= from && Math.log(tick) <= to);
  const parts = [
    `<text x="${LEFT}" y="16" font-weight="600">${escape(title)}</text>`,
    ...ticks(x0, x1).map(
      (tick) =>
        `<path d="M${atX(tick).toFixed(1)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#ddd"/><text x="${atX(tick).toFixed(1)}" y="${HEIGHT - BOTTOM + 15}" text-anchor="middle">${short(tick)}</text>`,
    ),
    ...ticks(y0, y1).map(
      (tick) =>
        `<path d="M${LEFT} ${atY(tick).toFixed(1)}H${WIDTH - 110}" stroke="#ddd"/><text x="${LEFT - 6}" y="${(atY(tick) + 4).toFixed(1)}" text-anchor="end">${short(tick)}</text>`,
    ),
    `<text x="${(LEFT + WIDTH - 110) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escape(across)}</text>`,
    `<text transform="rotate(-90)" x="${-(HEIGHT - BOTTOM + TOP) / 2}" y="14" text-anchor="middle">${escape(up)}</text>`,
  ];
  lines.forEach(({ name, points }, k) => {
    const colour = COLOURS[k % COLOURS.length] ?? '#000';
    const sorted = [...points].sort((a, b) => a.x - b.x);
    const last = sorted.at(-1);
    parts.push(
      `<polyline fill="none" stroke="${colour}" stroke-width="1.6" points="${sorted.map(({ x, y }) => `${atX(x).toFixed(1)},${atY(y).toFixed(1)}`).join(' ')}"/>`,
    );
    parts.push(
      ...sorted.map(
        ({ x, y }) => `<circle cx="${atX(x).toFixed(1)}" cy="${atY(y).toFixed(1)}" r="2.4" fill="${colour}"/>`,
      ),
    );
    if (last)
      parts.push(
        `<text x="${(atX(last.x) + 6).toFixed(1)}" y="${(atY(last.y) + 4).toFixed(1)}" fill="${colour}">${escape(name)}</text>`,
      );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>\n`;
}
