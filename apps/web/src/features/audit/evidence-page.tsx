import { useParams } from '@tanstack/react-router';
import { FigureEvidence } from '../../shared/figures/figure-evidence.js';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { auditWords } from './audit.words.js';
import classes from './figures.module.css';

/** What stands behind a number, as a page of its own: for links in files, and for printing. */
export function EvidencePage() {
  const words = useScreenWords(auditWords);
  const { figureId } = useParams({ strict: false }) as { figureId: string };
  return (
    <Page title={words.evidence}>
      <div className={classes.page}>
        <FigureEvidence key={figureId} figureId={figureId} />
      </div>
    </Page>
  );
}
