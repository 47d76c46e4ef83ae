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
  readonly isOpen?: boolean;
  /** What stands below it in place of what it consists of. */
  readonly children?: ReactNode;
}

/** One number of the tree; below it what it consists of: other numbers, or entries with their events. */
export function FigureNode({ figure, name, label = name, then, isOpen = false, children }: Props) {
  const words = useScreenWords(figuresWords);
  const language = useLanguage();
  const [opened, { toggle }] = useDisclosure(isOpen);
  const difference = differenceOf(then, figure);
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
        <span className={classes.numbers}>
          {then && (
            <span>
              <span className={classes.small}>{words.then}</span>
              <FigureNumber figure={then} label={`${label}, ${words.then}`} />
            </span>
          )}
          {difference !== undefined && (
            <span>
              <span className={classes.small}>{words.difference}</span>
              {signedText(difference, figure.unit, language)}
            </span>
          )}
          <span>
            {then && <span className={classes.small}>{words.total}</span>}
            <FigureNumber figure={figure} label={label} />
          </span>
        </span>
      </div>
      {children ?? (isShown && <Below figureId={figure.figureId} />)}
    </li>
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
