/** Small line icons on a grid of 16 px. They take the colour of the text around them. */
const PATHS = {
  agency: 'M2.5 6L8 2.5 13.5 6zM4 6.2v5.3M6.7 6.2v5.3M9.3 6.2v5.3M12 6.2v5.3M2.5 13.3h11',
  chip: 'M5 4h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM6.3 4V2M9.7 4V2M6.3 14v-2M9.7 14v-2M4 6.3H2M4 9.7H2M14 6.3h-2M14 9.7h-2M6.6 6.6h2.8v2.8H6.6z',
  company: 'M3 13.5V3h6.5v10.5M9.5 6.5H13v7M1.8 13.5h12.4M5 5.5h2.5M5 8h2.5M5 10.5h2.5',
  star: 'M8 2.3l1.75 3.6 3.95.55-2.87 2.77.7 3.93L8 11.3l-3.53 1.85.7-3.93L2.3 6.45l3.95-.55z',
  technology:
    'M8 3.7a4.3 4.3 0 1 0 0 8.6 4.3 4.3 0 0 0 0-8.6zM8 6.8a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4zM8 1.6v2.9M8 11.5v2.9M1.6 8h2.9M11.5 8h2.9',
  mineral: 'M5 2.5h6l3 4L8 13.5 2 6.5zM2 6.5h12M8 13.5L5.5 6.5 7 2.5M8 13.5l2.5-7L9 2.5',
  instrument: 'M4 2h5.5L12.5 5v9H4zM9.5 2v3h3M6 8h4.5M6 10.5h4.5',
  term: 'M4 3h8M8 3v10M6 13h4',
  arrow: 'M2 8h10M9 5l3 3-3 3',
  back: 'M14 8H4M7 5L4 8l3 3',
  calendar:
    'M3.9 3.5h8.2a1.4 1.4 0 0 1 1.4 1.4v7.2a1.4 1.4 0 0 1-1.4 1.4H3.9a1.4 1.4 0 0 1-1.4-1.4V4.9a1.4 1.4 0 0 1 1.4-1.4zM2.5 6.6h11M5.4 2v2.6M10.6 2v2.6',
  check: 'M3.2 8.6l3.1 3.1 6.5-7.2',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  differs: 'M2.5 6h11M2.5 10h11M10.5 3l-5 10',
  day: 'M3 3.6h10v9.8H3zM3 6.6h10M5.6 2.2v2.6M10.4 2.2v2.6',
  down: 'M4 6l4 4 4-4',
  folder: 'M2.5 12.5v-9h3.8l1.6 1.9h5.6v7.1z',
  fold: 'M6 4l4 4-4 4',
  'go-to': 'M3 3.5v4A2.3 2.3 0 0 0 5.3 9.8H12M9.3 7L12 9.8l-2.7 2.8',
  lock: 'M4.8 7h6.4a1.3 1.3 0 0 1 1.3 1.3v3.8a1.3 1.3 0 0 1-1.3 1.3H4.8a1.3 1.3 0 0 1-1.3-1.3V8.3A1.3 1.3 0 0 1 4.8 7zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2',
  minus: 'M3 8h10',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  off: 'M2 8s2.2-3.9 6-3.9S14 8 14 8s-2.2 3.9-6 3.9S2 8 2 8zM3 13.2L13 2.8',
  open: 'M6.5 3.5h-3v9h9v-3M9.2 2.8h4v4M13 3L7.6 8.4',
  panel:
    'M3.6 3h8.8A1.6 1.6 0 0 1 14 4.6v6.8a1.6 1.6 0 0 1-1.6 1.6H3.6A1.6 1.6 0 0 1 2 11.4V4.6A1.6 1.6 0 0 1 3.6 3zM9.5 3v10',
  press:
    'M2.6 3.4h8.8v8.2a1.4 1.4 0 0 0 1.4 1.4H4a1.4 1.4 0 0 1-1.4-1.4zM11.4 6h2.2v5.6a1.2 1.2 0 0 1-1 1.3M5 6h4M5 8.4h4M5 10.8h2.4',
  print: 'M4.6 6V2.6h6.8V6M4.6 11.4H2.8V6.2h10.4v5.2h-1.8M4.6 9.4h6.8v4H4.6z',
  pin: 'M5.6 2.4h4.8M6.4 2.4l-.3 3.9L4 8.9h8L9.9 6.3l-.3-3.9M8 8.9v4.7',
  plus: 'M8 3v10M3 8h10',
  remove: 'M3 4.5h10M6.4 4.5V3h3.2v1.5M4.4 4.5l.5 8.6h6.2l.5-8.6',
  retry: 'M13.2 8A5.2 5.2 0 1 1 11.6 4.2M11.9 1.9v2.6H9.3',
  save: 'M8 2.5v7.2M4.9 6.8L8 9.9l3.1-3.1M3 13.2h10',
  scales: 'M8 2.6v10.8M5.4 13.4h5.2M3 5h10M3 5L1.4 9.2a1.8 1.8 0 0 0 3.2 0zM13 5l-1.6 4.2a1.8 1.8 0 0 0 3.2 0z',
  seal: 'M8 2.1a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM5.6 9.8L4.8 14 8 12.4l3.2 1.6-.8-4.2M6.3 6.4l1.2 1.2 2.3-2.5',
  search: 'M7 2.7a4.3 4.3 0 1 0 0 8.6 4.3 4.3 0 0 0 0-8.6zM10.3 10.3l3.2 3.2',
  settings:
    'M2.5 5h5.6M12 5h1.5M2.5 11h1.6M8 11h5.5M10.1 3.1a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8zM6.1 9.1a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8z',
  turn: 'M4 3.5v5A1.8 1.8 0 0 0 5.8 10.3H12M9.6 7.8L12 10.3l-2.4 2.5',
  up: 'M4 10l4-4 4 4',
  warn: 'M8 2.6l5.9 10.6H2.1zM8 6.6v3.1M8 11.4v.1',
} as const;

/** The icons that are drawn here. */
export type IconName = keyof typeof PATHS;

/** `filled`: what the drawing stands for is on. */
export const Icon = ({ name, filled }: { name: IconName; filled?: boolean | undefined }) => (
  <svg class={filled ? 'i filled' : 'i'} viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);

/** True if we have an icon of this name. */
export const isDrawing = (name: string): name is IconName => name in PATHS;
