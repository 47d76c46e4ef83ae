import { Rectangle, type RectangleProps } from 'recharts';
import type { ChartRow } from './chart-data.js';
import { figureIdAt } from './chart-data.js';
import classes from './chart.module.css';

interface BarProps extends RectangleProps {
  readonly index?: number;
}

/** A bar that opens the events behind it; the keyboard goes by the table beside the chart. */
export function figureBar(rows: readonly ChartRow[], series: string, open: (figureId: string) => void) {
  return function FigureBar({ index = 0, ...shape }: BarProps) {
    const figureId = figureIdAt(rows, index, series);
    return (
      <g data-figure={figureId} className={classes.mark} onClick={() => figureId && open(figureId)}>
        <Rectangle {...shape} stroke="var(--soquy-ink)" strokeWidth={0.5} />
      </g>
    );
  };
}

/** After as many an eighth of a turn each the lines of a pattern lie as they lay before: from then on they are crossed. */
const TURNS = 4;

/** Patterns keep series apart in black and white print. */
export function Patterns({ id, colours }: { readonly id: string; readonly colours: readonly string[] }) {
  return (
    <defs>
      {colours.map((colour, index) => (
        <pattern
          key={colour}
          id={`${id}-${index}`}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${index * 45})`}
        >
          <rect width={8} height={8} fill={colour} />
          {index > 0 && <line x1={0} y1={0} x2={0} y2={8} stroke="#ffffff" strokeWidth={1.5} />}
          {index >= TURNS && <line x1={0} y1={0} x2={8} y2={0} stroke="#ffffff" strokeWidth={1.5} />}
        </pattern>
      ))}
    </defs>
  );
}
