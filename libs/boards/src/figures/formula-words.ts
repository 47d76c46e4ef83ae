import type { Metric, Words } from '@soquy/kernel';
import type { Catalogue } from './catalogue.js';

const KEYS: Readonly<Record<'organisation' | 'object' | 'subject', Words>> = {
  organisation: { vi: 'tổ chức', en: 'organisations' },
  object: { vi: 'đối tượng', en: 'objects' },
  subject: { vi: 'người', en: 'persons' },
};

/** How a metric is computed, in a sentence for people. */
export function formulaOf(catalogue: Catalogue, name: string): Words {
  const metric = catalogue.metric(name);
  const words = (of: string) => catalogue.metric(of).words;
  switch (metric.kind) {
    case 'sum':
      return { vi: 'Tổng các bút toán có ngày phát sinh trong kỳ', en: 'Sum of the entries effective within the period' };
    case 'stock':
      return { vi: 'Tổng đại số các bút toán đến ngày hỏi', en: 'Signed sum of the entries up to the day asked' };
    case 'distinct':
      return {
        vi: `Số ${KEYS[metric.key].vi} khác nhau trong “${words(metric.over).vi}”`,
        en: `Different ${KEYS[metric.key].en} in “${words(metric.over).en}”`,
      };
    case 'ratio':
      return {
        vi: `“${words(metric.of).vi}” chia “${words(metric.per).vi}” × 100`,
        en: `“${words(metric.of).en}” per “${words(metric.per).en}” × 100`,
      };
    case 'formula':
      return { vi: signed(metric.terms, (term) => words(term).vi), en: signed(metric.terms, (term) => words(term).en) };
    case 'fold': {
      const slice = catalogue.feature(metric.category)!.texts.plural;
      return {
        vi: `Tính lại từ các sự kiện của từng đối tượng (${slice.vi}) tại ngày hỏi, rồi cộng`,
        en: `Recomputed from the events of each object (${slice.en}) for the day asked, then added`,
      };
    }
  }
}

type Terms = Extract<Metric, { kind: 'formula' }>['terms'];

const signed = (terms: Terms, word: (metric: string) => string): string =>
  terms.map(({ metric, sign }, index) => `${sign === 1 ? (index === 0 ? '' : ' + ') : ' − '}“${word(metric)}”`).join('');
