import { encodeQR } from 'qr';

interface Props {
  readonly text: string;
  readonly className: string | undefined;
}

/** A text for cameras; the same text stands in letters beside it. */
export function QrCode({ text, className }: Props) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const squares = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg viewBox={`0 0 ${rows.length} ${rows.length}`} className={className} shapeRendering="crispEdges" aria-hidden="true">
      <path d={squares.join('')} fill="#000000" />
    </svg>
  );
}
