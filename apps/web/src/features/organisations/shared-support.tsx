import { Text } from '@mantine/core';
import type { FigureAnswer, FigureRow, ListItem, MetricCard } from '../../shared/api/answers.js';
import type { KindCard } from '../../shared/api/catalogue.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { showDay } from '../../shared/format/days.js';
import { ReferenceText } from '../../shared/timeline/fact-text.js';
import timeline from '../../shared/timeline/timeline.module.css';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { Sentence } from '../../shared/words/sentence.js';
import classes from './history.module.css';
import { passportWords } from './passport.words.js';

interface Props {
  readonly kind: KindCard;
  readonly support: ListItem;
  /** What was counted for the organisation alone. */
  readonly own: readonly { readonly card: MetricCard; readonly figure: FigureRow }[];
  /** How many different organisations took part. */
  readonly together: FigureAnswer | undefined;
  /** What the whole of it cost. */
  readonly cost: FigureAnswer | undefined;
}

/** One support that several organisations shared: what it was, who gave it, with how many, and whose its numbers are. */
export function SharedSupport({ kind, support, own, together, cost }: Props) {
  const words = useScreenWords(passportWords);
  const say = useSay();
  const { id, title, programme, agency, effectiveFrom } = support;
  return (
    <li className={timeline.item}>
      <div>
        <span className={timeline.when}>{showDay(effectiveFrom)}</span>{' '}
        <ObjectLink link={{ ...support, noun: kind.noun }} withCode isInText />
      </div>
      <Text size="sm" component="div">
        {say(kind.one)}
        {together && (
          <>
            {', '}
            <Others id={id} title={title} together={together} />
          </>
        )}
      </Text>
      <dl className={classes.values}>
        {own.map(({ card, figure }) => (
          <div key={card.metric}>
            <dt>{`${words.own}: ${say(card.words)}`}</dt>
            <dd>
              <FigureNumber figure={figure} label={`${say(card.words)}: ${title}`} />
            </dd>
          </div>
        ))}
        {cost && <Cost cost={cost} title={title} />}
      </dl>
      <Text className={classes.basis} component="div">
        <ReferenceText noun="agencies" id={agency} />
        {programme && (
          <>
            {' · '}
            <ReferenceText noun="programmes" id={programme} />
          </>
        )}
      </Text>
    </li>
  );
}

/** Of the whole activity: who took how much of it is recorded nowhere. */
function Cost({ cost, title }: { readonly cost: FigureAnswer; readonly title: string }) {
  const words = useScreenWords(passportWords);
  return (
    <div>
      <dt>{`${words.cost}:`}</dt>
      <dd>{cost.value === null ? words.costUnknown : <FigureNumber figure={cost} label={`${words.cost}: ${title}`} />}</dd>
    </div>
  );
}

interface OthersProps {
  readonly id: string;
  readonly title: string;
  readonly together: FigureAnswer;
}

function Others({ id, title, together }: OthersProps) {
  const words = useScreenWords(passportWords);
  const others = (together.value ?? 0) - 1;
  if (others <= 0) return words.alone;
  const count = (
    <ComputedNumber
      name={`others-${id}`}
      value={others}
      unit="organisation"
      label={words.othersName({ title })}
      formula={passportWords.othersFormula}
      inputs={[{ label: title, figure: together }]}
      again={([all = 0]) => all - 1}
    >
      {String(others)}
    </ComputedNumber>
  );
  const sentence = together.unknown ? words.othersAndMore : words.others;
  return <Sentence text={sentence({ of: others })} parts={{ count }} />;
}
