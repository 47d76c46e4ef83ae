import { argumentsOf, type Run } from '../command.js';
import { withHouse } from '../house.js';
import { sliceNamed } from '../slice-name.js';

/** Read rows built anew from the log while the old ones answer; running programs take to them by themselves. */
export const run: Run = async (args, called) => {
  const { values, words } = argumentsOf(args, {}, ['slice?']);
  const wanted = sliceNamed(words[0]);
  const { print, language } = called;
  const rebuilt = await withHouse(called, ({ readSide }) => readSide.rebuild(wanted));
  if (values.json) print(JSON.stringify(rebuilt, undefined, 2));
  else
    for (const { slice, failure } of rebuilt) {
      const reason = failure && `${failure.type} ${failure.stream}: ${failure.message}`;
      print(`${slice}: ${reason ?? { vi: 'đã dựng lại', en: 'rebuilt' }[language]}`);
    }
  return rebuilt.every(({ failure }) => failure === undefined) ? 0 : 1;
};
