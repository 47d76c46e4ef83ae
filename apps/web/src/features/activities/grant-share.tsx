import { Group, Text } from '@mantine/core';
import type { ListAnswer } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FactNumber } from '../../shared/figures/fact-number.js';
import { today } from '../../shared/as-of/as-of.js';
import type { Values } from '../../shared/forms/use-record-form.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { activityWords } from './activities.words.js';
import { ceilingOf, isAbove, MACHINERY_RULES, shareOf, whyNoCeiling, type Bound, type Ceiling } from './grant-ceiling.js';

const RULES_ASKED = { q: MACHINERY_RULES, limit: 200 };

interface Props {
  readonly investment: number;
  readonly support: number;
  readonly values: Values;
}

/** What a grant asks for: its share of the investment beside the most that the rules allow, and what is left to the organisation. */
export function GrantShare({ investment, support, values: { tier, agencyId, effectiveOn } }: Props) {
  const words = useScreenWords(activityWords);
  const { data } = useRead<ListAnswer>('/api/v1/rules', RULES_ASKED, { asOf: false });
  const day = typeof effectiveOn === 'string' ? effectiveOn : today();
  const ceiling = ceilingOf(data?.items ?? [], tier, agencyId, day);
  const unknown = data && whyNoCeiling(ceiling, tier, agencyId);
  const typed = [
    { label: words.investment, value: investment, unit: 'vnd' as const },
    { label: words.support, value: support, unit: 'vnd' as const },
  ];
  return (
    <Group gap="md" role="status" aria-label={words.grant}>
      <Text size="sm" component="div">
        {words.share}:{' '}
        <ComputedNumber
          name="grant-share"
          value={shareOf(support, investment)}
          unit="basisPoints"
          label={words.share}
          formula={activityWords.shareFormula}
          inputs={typed}
        />
        <Most ceiling={ceiling} />
        {unknown && ` (${words[unknown]})`}
      </Text>
      <Text size="sm" component="div">
        {words.ownCapital}:{' '}
        <ComputedNumber
          name="grant-own-capital"
          value={investment - support}
          unit="vnd"
          label={words.ownCapital}
          formula={activityWords.ownFormula}
          inputs={typed}
        />
      </Text>
      {isAbove(support, investment, ceiling) && (
        <Text size="sm" c="var(--soquy-danger)" fw={600}>
          {words.aboveMost}
        </Text>
      )}
    </Group>
  );
}

/** The ceiling, as far as rules name one; each part opens to the rule. */
function Most({ ceiling: { share, vnd } }: { readonly ceiling: Ceiling }) {
  const words = useScreenWords(activityWords);
  if (!share && !vnd) return null;
  return (
    <>
      {' '}
      ({words.most} {share && <Bounded bound={share} unit="basisPoints" label={words.mostShare} />}
      {share && vnd && ', '}
      {vnd && <Bounded bound={vnd} unit="vnd" label={words.mostSum} />})
    </>
  );
}

interface BoundedProps {
  readonly bound: Bound;
  readonly unit: 'basisPoints' | 'vnd';
  readonly label: string;
}

const Bounded = ({ bound: { ruleId, path, value }, unit, label }: BoundedProps) => (
  <FactNumber noun="rules" id={ruleId} path={path} value={value} unit={unit} label={label} />
);
