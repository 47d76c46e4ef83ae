import { Bar, BarChart, ReferenceLine, XAxis, YAxis } from 'recharts';

interface Props {
  readonly label: string;
  readonly spent: number;
  readonly plan: number;
  /** Share of the time gone, 0 to 1. */
  readonly timeGone: number;
}

const WIDTH = 160;
const HEIGHT = 22;

/** Spent against plan, with a mark where the time is: ahead of it or behind. */
export default function BulletChart({ label, spent, plan, timeGone }: Props) {
  const most = Math.max(plan, spent, 1);
  return (
    <div role="img" aria-label={label}>
      <BarChart
        width={WIDTH}
        height={HEIGHT}
        data={[{ plan, spent }]}
        layout="vertical"
        barGap={-14}
        margin={{}}
        accessibilityLayer={false}
      >
        <XAxis type="number" hide domain={[0, most]} />
        <YAxis type="category" hide />
        <Bar dataKey="plan" fill="var(--soquy-line)" barSize={14} isAnimationActive={false} />
        <Bar
          dataKey="spent"
          fill={spent > plan ? 'var(--soquy-danger)' : 'var(--soquy-brand)'}
          barSize={8}
          isAnimationActive={false}
        />
        <ReferenceLine x={plan * timeGone} stroke="var(--soquy-ink)" strokeWidth={2} />
      </BarChart>
    </div>
  );
}
