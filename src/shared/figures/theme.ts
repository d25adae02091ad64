import type { Role } from './scene';

/** How a role is drawn: CSS colours; null is not at all. */
export type Paint = { readonly fill: string | null; readonly stroke: string | null };
export type FigureTheme = { readonly [R in Role]: Paint };

const filled = (fill: string): Paint => ({ fill, stroke: null });
const drawn = (stroke: string): Paint => ({ fill: null, stroke });
const both = (fill: string, stroke: string): Paint => ({ fill, stroke });

/**
 * The risk-of-bias colours are the colour-blind safe scheme of robvis (McGuinness & Higgins 2021); every one carries a
 * sign as well. They are the same on dark paper: a colour that means something does not change with the light.
 */
const judgements = {
  low: both('#fed98e', '#8a6d2a'),
  some: both('#fe9929', '#8a4d08'),
  high: both('#d95f0e', '#7a3305'),
  critical: both('#993404', '#5c1f02'),
  'no-information': both('#ffffff', '#6b6b6b'),
  'not-applicable': both('#cccccc', '#8a8a8a'),
  sign: both('#000000', '#000000'),
  'sign-inverse': both('#ffffff', '#ffffff'),
} satisfies Partial<FigureTheme>;

/** For white paper: black text, one blue. */
export const lightTheme: FigureTheme = {
  ...judgements,
  background: filled('#ffffff'),
  text: filled('#1d2126'),
  'text-muted': filled('#59626d'),
  'text-strong': filled('#0b0d10'),
  rule: drawn('#c9ced5'),
  'rule-strong': drawn('#1d2126'),
  stripe: filled('#f5f6f8'),
  axis: drawn('#1d2126'),
  grid: drawn('#e6e9ed'),
  'null-line': drawn('#59626d'),
  'summary-line': drawn('#1f5a96'),
  interval: drawn('#1d2126'),
  square: filled('#2f6fb0'),
  diamond: both('#8fb4d9', '#1f5a96'),
  'diamond-overall': both('#1f5a96', '#123a63'),
  prediction: both('#b5462f', '#b5462f'),
  point: both('#2f6fb0', '#ffffff'),
  'point-filled-in': both('#ffffff', '#2f6fb0'),
  'point-apart': both('#b5462f', '#ffffff'),
  bubble: both('#a9c7e4', '#1f5a96'),
  benefit: both('#1f5a96', '#123a63'),
  harm: both('#d55e00', '#8a3c00'),
  mixed: both('#8b95a1', '#59626d'),
  'contour-0': filled('#ffffff'),
  'contour-1': filled('#e3e8ee'),
  'contour-2': filled('#cfd7e0'),
  'contour-3': filled('#b9c4d0'),
  'contour-edge': drawn('#7d8894'),
};

/** For dark screens; its ground is the paper the figure lies on. */
export const darkTheme: FigureTheme = {
  ...judgements,
  background: filled('#1f2224'),
  text: filled('#e4e7eb'),
  'text-muted': filled('#a3acb7'),
  'text-strong': filled('#ffffff'),
  rule: drawn('#3a414a'),
  'rule-strong': drawn('#c9d0d8'),
  stripe: filled('#282c2f'),
  axis: drawn('#c9d0d8'),
  grid: drawn('#33393f'),
  'null-line': drawn('#8b95a1'),
  'summary-line': drawn('#7db4ec'),
  interval: drawn('#dfe4ea'),
  square: filled('#6aa6e0'),
  diamond: both('#35608c', '#8fc1f2'),
  'diamond-overall': both('#7db4ec', '#c5e0fb'),
  prediction: both('#f08a70', '#f08a70'),
  point: both('#6aa6e0', '#1f2224'),
  'point-filled-in': both('#1f2224', '#6aa6e0'),
  'point-apart': both('#f08a70', '#1f2224'),
  bubble: both('#35608c', '#8fc1f2'),
  benefit: both('#7db4ec', '#c5e0fb'),
  harm: both('#f0883e', '#f8c49c'),
  mixed: both('#8b95a1', '#c9d0d8'),
  'contour-0': filled('#1f2224'),
  'contour-1': filled('#20262d'),
  'contour-2': filled('#2b333c'),
  'contour-3': filled('#38424d'),
  'contour-edge': drawn('#6d7883'),
};
