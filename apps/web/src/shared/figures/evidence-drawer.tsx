import { Drawer } from '@mantine/core';
import { useScreenWords } from '../words/screen-words.js';
import { figureWords } from './figure.words.js';
import { useOpenFigure } from './open-figure.js';

/** "Số này từ đâu ra?" */
export default function EvidenceDrawer({ figureId }: { readonly figureId: string }) {
  const words = useScreenWords(figureWords);
  const open = useOpenFigure();
  return (
    <Drawer opened onClose={() => open(undefined)} position="right" size="lg" title={words.title}>
      {figureId}
    </Drawer>
  );
}
