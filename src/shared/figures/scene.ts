/**
 * A figure as data: shapes with coordinates in pixels, drawn in order, before any decision about SVG, canvas or print.
 * The origin is the upper left corner, y grows downwards.
 */
export type Scene = {
  readonly width: number;
  readonly height: number;
  /** What the figure is, in a few words. */
  readonly title: string;
  /** The same content in words, for readers who cannot see it. */
  readonly description: string;
  readonly shapes: readonly Shape[];
};

/** What a shape is: it decides its colours (see `FigureTheme`), and pages may style it by the same name. */
export type Role =
  | 'background'
  | 'text'
  | 'text-muted'
  | 'text-strong'
  | 'rule'
  | 'rule-strong'
  | 'stripe'
  | 'axis'
  | 'grid'
  | 'null-line'
  | 'summary-line'
  | 'interval'
  | 'square'
  | 'diamond'
  | 'diamond-overall'
  | 'prediction'
  | 'point'
  | 'point-filled-in'
  | 'point-apart'
  | 'bubble'
  | 'benefit'
  | 'harm'
  | 'mixed'
  | 'contour-0'
  | 'contour-1'
  | 'contour-2'
  | 'contour-3'
  | 'contour-edge'
  | 'low'
  | 'some'
  | 'high'
  | 'critical'
  | 'no-information'
  | 'not-applicable'
  | 'sign'
  | 'sign-inverse';

type Common = {
  readonly role: Role;
  /** The id of what the shape stands for (a study, a result), so that a page can lead there. */
  readonly mark?: string | undefined;
  /** A short text shown on hovering. */
  readonly hint?: string | undefined;
};

export type Point = { readonly x: number; readonly y: number };

export type Line = Common & {
  readonly kind: 'line';
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  readonly dash?: readonly number[] | undefined;
};
export type Rectangle = Common & {
  readonly kind: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type Circle = Common & {
  readonly kind: 'circle';
  readonly centre: Point;
  readonly radius: number;
  readonly outline?: number | undefined;
};
/** Straight lines through the points; closed and filled, or open and drawn. */
export type Path = Common & {
  readonly kind: 'path';
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly width?: number | undefined;
  readonly dash?: readonly number[] | undefined;
};
export type Anchor = 'start' | 'middle' | 'end';
export type Text = Common & {
  readonly kind: 'text';
  /** The baseline point the anchor sits on. */
  readonly at: Point;
  readonly text: string;
  readonly anchor: Anchor;
  readonly size: number;
  readonly weight?: 'normal' | 'bold' | undefined;
  readonly italic?: boolean | undefined;
  /** Turned a quarter to the left around its point, as on a vertical axis. */
  readonly turned?: boolean | undefined;
};

export type Shape = Line | Rectangle | Circle | Path | Text;
