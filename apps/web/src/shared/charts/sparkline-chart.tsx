import { Line, LineChart, YAxis } from 'recharts';

interface Props {
  /** What it shows, read out in place of the drawing. */
  readonly label: string;
  readonly values: readonly number[];
}

/** The way of a number over time, without axes: beside the number, never instead of it. */
export default function SparklineChart({ label, values }: Props) {
  return (
    <div role="img" aria-label={label}>
      <LineChart width={96} height={24} data={values.map((value) => ({ value }))} accessibilityLayer={false}>
        <YAxis hide domain={['dataMin', 'dataMax']} />
        <Line
          type="stepAfter"
          dataKey="value"
          stroke="var(--soquy-brand)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </LineChart>
    </div>
  );
}
