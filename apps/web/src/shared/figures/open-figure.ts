import { useNavigate } from '@tanstack/react-router';

/** Opens "Số này từ đâu ra?" beside the page; it stands in the address, so going back closes it. */
export function useOpenFigure(): (figureId: string | undefined) => void {
  const navigate = useNavigate();
  return (figure) => void navigate({ to: '.', search: (before: object) => ({ ...before, figure }) } as never);
}
