import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Figure } from '../../shared/api/answers.js';
import { EvidenceItems } from '../../shared/figures/evidence-items.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { signedText } from '../../shared/figures/number-units.js';
import { useEvidence } from '../../shared/figures/use-evidence.js';
import { Loaded } from '../../shared/ui/states.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { figuresWords } from './figures.words.js';
import classes from './figures.module.css';
import { differenceOf } from './sum-proof.js';

interface Props {
  readonly figure: Figure;
  readonly name: string;
  /** What it is, for those who do not see where it stands. */
  readonly label?: string;
  /** The same at the dates compared with. */
  readonly then?: Figure | undefined;
  readonly isCompared?: boolean;
  readonly isOpen?: boolean;
  /** What stands below it in place of what it consists of. */
  readonly children?: ReactNode;
}

/** One number of the tree; below it what it consists of: other numbers, or entries with their events. */
export function FigureNode({ figure, name, label = name, then, isCompared = false, isOpen = false, children }: Props) {
  const words = useScreenWords(figuresWords);
  const [opened, { toggle }] = useDisclosure(isOpen);
  const isShown = opened || Boolean(children);
  return (
    <li>
      <div className={classes.node}>
        <ActionIcon
          variant="subtle"
          aria-label={words.open({ name: label })}
          aria-expanded={isShown}
          disabled={Boolean(children)}
          onClick={toggle}
        >
          {isShown ? '▾' : '▸'}
        </ActionIcon>
        <span className={classes.name}>{name}</span>
        <Numbers figure={figure} label={label} then={then} isCompared={isCompared} />
      </div>
      {children ?? (isShown && <Below figureId={figure.figureId} />)}
    </li>
  );
}

type NumbersProps = Required<Pick<Props, 'figure' | 'label' | 'isCompared'>> & Pick<Props, 'then'>;

/** The number; where it is compared, beside the other one and the difference. */
function Numbers({ figure, label, then, isCompared }: NumbersProps) {
  const words = useScreenWords(figuresWords);
  const language = useLanguage();
  const difference = differenceOf(then, figure);
  const now = <FigureNumber figure={figure} label={label} />;
  if (!isCompared) return <span className={classes.numbers}>{now}</span>;
  return (
    <span className={classes.numbers}>
      <span>
        <span className={classes.small}>{words.then}</span>
        {then ? <FigureNumber figure={then} label={`${label}, ${words.then}`} /> : '–'}
      </span>
      <span>
        <span className={classes.small}>{words.difference}</span>
        {difference === undefined ? '–' : signedText(difference, figure.unit, language)}
      </span>
      <span>
        <span className={classes.small}>{words.now}</span>
        {now}
      </span>
    </span>
  );
}

function Below({ figureId }: { readonly figureId: string }) {
  const say = useSay();
  const evidence = useEvidence(figureId);
  return (
    <Loaded of={evidence} height={80}>
      {(found) =>
        found.parts ? (
          <ul>
            {found.parts.map((part) => (
              <FigureNode key={`${part.role} ${part.figureId}`} figure={part} name={say(part.words)} />
            ))}
          </ul>
        ) : (
          <div className={classes.body}>
            <EvidenceItems evidence={found} items={found.items ?? []} isAll={found.next === undefined} />
          </div>
        )
      }
    </Loaded>
  );
}
