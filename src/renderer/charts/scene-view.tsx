import { darkTheme, lightTheme, type FigureTheme, type Scene, type Shape } from '@shared/figures';

/** A figure in the window: the same scene that is saved as SVG, with marks that can be pressed. */
export function SceneView({
  scene,
  dark,
  onMark,
}: {
  readonly scene: Scene;
  readonly dark: boolean;
  /** Called with what a pressed shape stands for. */
  readonly onMark?: (mark: string) => void;
}) {
  const theme = dark ? darkTheme : lightTheme;
  return (
    <svg
      role="img"
      aria-label={`${scene.title}. ${scene.description}`}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      width={scene.width}
      height={scene.height}
      fontFamily="'Inter Variable', Inter, system-ui, sans-serif"
    >
      {scene.shapes.map((shape, index) => (
        <ShapeView key={index} shape={shape} theme={theme} onMark={onMark} />
      ))}
    </svg>
  );
}

function ShapeView({
  shape,
  theme,
  onMark,
}: {
  readonly shape: Shape;
  readonly theme: FigureTheme;
  readonly onMark: ((mark: string) => void) | undefined;
}) {
  const { mark } = shape;
  const press = mark === undefined || !onMark ? undefined : () => onMark(mark);
  const shared = { onClick: press, cursor: press ? 'pointer' : undefined };
  const paint = theme[shape.role];
  const hint = shape.hint === undefined ? null : <title>{shape.hint}</title>;
  switch (shape.kind) {
    case 'line':
      return (
        <line
          {...shared}
          x1={shape.from.x}
          y1={shape.from.y}
          x2={shape.to.x}
          y2={shape.to.y}
          stroke={paint.stroke ?? paint.fill ?? undefined}
          strokeWidth={shape.width}
          strokeDasharray={shape.dash?.join(' ')}
        >
          {hint}
        </line>
      );
    case 'rectangle':
      return (
        <rect
          {...shared}
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          fill={paint.fill ?? 'none'}
        >
          {hint}
        </rect>
      );
    case 'circle':
      return (
        <circle
          {...shared}
          cx={shape.centre.x}
          cy={shape.centre.y}
          r={shape.radius}
          fill={paint.fill ?? 'none'}
          stroke={shape.outline === undefined ? undefined : (paint.stroke ?? undefined)}
          strokeWidth={shape.outline}
        >
          {hint}
        </circle>
      );
    case 'path': {
      const points = shape.points.map(({ x, y }) => `${x},${y}`).join(' ');
      return shape.closed ? (
        <polygon
          {...shared}
          points={points}
          fill={paint.fill ?? 'none'}
          stroke={shape.width === undefined ? undefined : (paint.stroke ?? undefined)}
          strokeWidth={shape.width}
        >
          {hint}
        </polygon>
      ) : (
        <polyline
          {...shared}
          points={points}
          fill="none"
          stroke={paint.stroke ?? paint.fill ?? undefined}
          strokeWidth={shape.width}
          strokeDasharray={shape.dash?.join(' ')}
        />
      );
    }
    case 'text':
      return (
        <text
          {...shared}
          x={shape.at.x}
          y={shape.at.y}
          fill={paint.fill ?? undefined}
          fontSize={shape.size}
          fontWeight={shape.weight === 'bold' ? 600 : 400}
          fontStyle={shape.italic ? 'italic' : undefined}
          textAnchor={shape.anchor}
          transform={shape.turned ? `rotate(-90 ${shape.at.x} ${shape.at.y})` : undefined}
        >
          {shape.text}
          {hint}
        </text>
      );
  }
}
