// `node test/long/ledger.mjs`: a million random histories of loans, the ledger against its second writing (guide "How loan
// arithmetic is proven"). LEDGER_RUNS histories from LEDGER_SEED on, in parts with a seed each; LEDGER_PART is the part to
// begin with. The same histories as `ledger.reference.spec.ts` draws with that seed; here they run several times as fast.
import '../bench/typescript.mjs';
import fc from 'fast-check';

const PART = 25_000;
const runs = Number(process.env.LEDGER_RUNS ?? 1_000_000);
const seed = Number(process.env.LEDGER_SEED ?? 20_261_121);
const { difference } = await import('../../libs/lending/src/ledger-difference.scenario.ts');
const { someHistory } = await import('../../libs/lending/src/ledger-histories.scenario.ts');

const agrees = fc.property(someHistory, (history) => {
  const found = difference(history);
  if (found) throw new Error(JSON.stringify(found, null, 2));
});
for (let part = Number(process.env.LEDGER_PART ?? 0); part * PART < runs; part += 1) {
  const numRuns = Math.min(PART, runs - part * PART);
  fc.assert(agrees, { seed: seed + part, numRuns });
  console.log(
    `${new Date().toISOString()} part ${part}, seed ${seed + part}: ${numRuns} histories agree, ${part * PART + numRuns} in all`,
  );
}
