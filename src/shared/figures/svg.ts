import { assertNever } from '../kernel/assert-never';
import type { Point, Scene, Shape, Text } from './scene';
import { lightTheme, type FigureTheme } from './theme';

export type SvgOptions = {
  readonly theme?: FigureTheme | undefined;
  /** The families asked for, most wanted first; a generic one is always added. */
  readonly fontFamily?: string | undefined;
  /** Put before the ids inside, when several figures stand on one page. Letters, digits, hyphens. */
  readonly idPrefix?: string | undefined;
  /** Whether to paint the paper; without it the figure is transparent. */
  readonly background?: boolean | undefined;
};

const DEFAULT_FONT = "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";

/**
 * A scene as one self-contained SVG document: colours as attributes (any page's style sheet may override them by
 * class), no scripts, no links, no fonts to load, every text escaped. Shapes that stand for something carry
 * `data-mark`; the title and description make it readable aloud.
 */
export function sceneToSvg(scene: Scene, options: SvgOptions = {}): string {
  const theme = options.theme ?? lightTheme;
  const prefix = (options.idPrefix ?? 'figure').replace(/[^A-Za-z0-9-]/g, '-');
  const width = number(scene.width);
  const height = number(scene.height);
  const font = escaped(options.fontFamily === undefined ? DEFAULT_FONT : `${options.fontFamily}, sans-serif`);
  const paper: readonly Shape[] =
    options.background === false
      ? []
      : [{ kind: 'rectangle', role: 'background', x: 0, y: 0, width: scene.width, height: scene.height }];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
      ` role="img" aria-labelledby="${prefix}-title ${prefix}-description" font-family="${font}"` +
      ` font-variant-numeric="tabular-nums">`,
    `<title id="${prefix}-title">${escaped(scene.title)}</title>`,
    `<desc id="${prefix}-description">${escaped(scene.description)}</desc>`,
    ...[...paper, ...scene.shapes].map((shape) => element(shape, theme)),
    '</svg>',
    '',
  ].join('\n');
}

function element(shape: Shape, theme: FigureTheme): string {
  const hint = shape.hint === undefined ? '' : `<title>${escaped(shape.hint)}</title>`;
  const common =
    ` class="${shape.role}"` + (shape.mark === undefined ? '' : ` data-mark="${escaped(shape.mark)}"`);
  const paint = theme[shape.role];
  const fill = ` fill="${paint.fill ?? 'none'}"`;
  const stroke = (width: number | undefined): string =>
    paint.stroke === null || width === 0
      ? ''
      : ` stroke="${paint.stroke}" stroke-width="${number(width ?? 1)}"`;
  switch (shape.kind) {
    case 'line':
      return close(
        'line',
        `${common} x1="${number(shape.from.x)}" y1="${number(shape.from.y)}" x2="${number(shape.to.x)}"` +
          ` y2="${number(shape.to.y)}"${strokeOf(paint.stroke ?? paint.fill, shape.width)}${dashes(shape.dash)}`,
        hint,
      );
    case 'rectangle':
      return close(
        'rect',
        `${common} x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}"` +
          ` height="${number(shape.height)}"${fill}${stroke(undefined)}`,
        hint,
      );
    case 'circle':
      return close(
        'circle',
        `${common} cx="${number(shape.centre.x)}" cy="${number(shape.centre.y)}" r="${number(shape.radius)}"` +
          `${fill}${stroke(shape.outline)}`,
        hint,
      );
    case 'path': {
      const paints = shape.closed
        ? `${fill}${stroke(shape.width)}`
        : ` fill="none"${strokeOf(paint.stroke ?? paint.fill, shape.width ?? 1)}`;
      return close(
        'path',
        `${common} d="${outline(shape.points, shape.closed)}"${paints} stroke-linejoin="round"${dashes(shape.dash)}`,
        hint,
      );
    }
    case 'text':
      return textElement(shape, common, fill, hint);
    default:
      return assertNever(shape, 'shape');
  }
}

function textElement(shape: Text, common: string, fill: string, hint: string): string {
  const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
  const weight = shape.weight === 'bold' ? ' font-weight="600"' : '';
  const style = shape.italic ? ' font-style="italic"' : '';
  const turn = shape.turned ? ` transform="rotate(-90 ${number(shape.at.x)} ${number(shape.at.y)})"` : '';
  return (
    `<text${common} x="${number(shape.at.x)}" y="${number(shape.at.y)}" font-size="${number(shape.size)}"` +
    `${anchor}${weight}${style}${turn}${fill}>${escaped(shape.text)}${hint}</text>`
  );
}

const close = (name: string, attributes: string, inside: string): string =>
  inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;

const strokeOf = (colour: string | null, width: number): string =>
  colour === null ? '' : ` stroke="${colour}" stroke-width="${number(width)}"`;

const dashes = (dash: readonly number[] | undefined): string =>
  dash === undefined ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`;

const outline = (points: readonly Point[], closed: boolean): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`).join('') +
  (closed ? 'Z' : '');

/** Two decimals of a pixel: sharp enough for print, short enough to compare. Throws on what is no number. */
function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error('A figure cannot have a coordinate that is not finite');
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Text as XML: markup is shown, never obeyed, and characters XML cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
