import { useOpenFigure } from '../figures/open-figure.js';
import type { SparkPoint } from './chart-data.js';
import classes from './chart.module.css';
import { heightsOf } from './spark-heights.js';

interface Props {
  /** What it shows, with its numbers, read out in place of the drawing. */
  readonly label: string;
  readonly points: readonly SparkPoint[];
  /** A point in words: "2025: 206 học viên". */
  readonly tell: (point: SparkPoint) => string;
}

const STEP = 26;
const HEIGHT = 32;
const MARGIN = 5;

interface Place {
  readonly x: number;
  readonly y: number | undefined;
}

/** Broken where nothing is known. */
const lineOf = (at: readonly Place[]): string =>
  at.map(({ x, y }, index) => (y === undefined ? '' : `${at[index - 1]?.y === undefined ? 'M' : 'L'}${x} ${y}`)).join('');

/** The way of a number over the years, without axes: beside the number, never instead of it. Each point opens its events. */
export function Sparkline({ label, points, tell }: Props) {
  const open = useOpenFigure();
  const at = heightsOf(
    points.map(({ value }) => value),
    HEIGHT - 2 * MARGIN,
  ).map((y, index): Place => ({ x: index * STEP + STEP / 2, y: y === undefined ? undefined : HEIGHT - MARGIN - y }));
  return (
    <svg role="img" aria-label={label} width={points.length * STEP} height={HEIGHT} className={classes.spark}>
      <path d={lineOf(at)} />
      {points.map((point, index) => {
        const { x, y } = at[index]!;
        const { figure } = point;
        return (
          <g
            key={point.label}
            data-figure={figure?.figureId}
            className={figure && classes.mark}
            onClick={() => figure && open(figure.figureId)}
          >
            <title>{tell(point)}</title>
            <rect x={x - STEP / 2} y={0} width={STEP} height={HEIGHT} fill="transparent" />
            {y !== undefined && <circle cx={x} cy={y} r={index === points.length - 1 ? 3.5 : 2} />}
          </g>
        );
      })}
    </svg>
  );
}
