import { userInfo } from 'node:os';
import { argumentsOf, missing, unknown, type Called, type ExitCode, type Run } from '../command.js';
import { withHouse, type House } from '../house.js';
import { sliceNamed } from '../slice-name.js';

type Go = (house: House, called: Called) => Promise<void>;

/** Goes on with a slice that stopped at an event its code could not take in. */
export const run: Run = async ([verb, ...args], called) => {
  if (verb === undefined) throw missing('resume|skip');
  if (verb !== 'resume' && verb !== 'skip') throw unknown(verb);
  const { values, words } = argumentsOf(args, { reason: { type: 'string' } }, ['slice']);
  const slice = sliceNamed(words[0])!;
  const reason = values.reason?.trim();
  if (verb === 'skip' && !reason) throw missing('--reason');
  return withHouse(called, (house) => ifStopped(slice, house, called, reason ? skip(slice, reason) : resume(slice)));
};

async function ifStopped(slice: string, house: House, called: Called, go: Go): Promise<ExitCode> {
  const found = (await house.readSide.status()).find((one) => one.slice === slice);
  if (found?.state === 'stopped') {
    await go(house, called);
    return 0;
  }
  called.say({ vi: `Bảng ${slice} không dừng, không có gì để làm.`, en: `${slice} has not stopped; there is nothing to do.` });
  return 1;
}

const resume =
  (slice: string): Go =>
  async ({ readSide }, { say }) => {
    await readSide.resume(slice);
    say({ vi: `Bảng ${slice} chạy tiếp từ sự kiện đã dừng.`, en: `${slice} goes on from the event it stopped at.` });
  };

const skip =
  (slice: string, reason: string): Go =>
  async ({ readSide }, { say }) => {
    const { type, stream, position } = await readSide.skip(slice, reason, operator());
    const event = `${type} ${stream} (${position})`;
    say({
      vi: `Bảng ${slice} bỏ qua ${event}; lý do đã ghi lại.`,
      en: `${slice} passes over ${event}; the reason is on record.`,
    });
  };

/** Who sits at the machine, as the machine knows; an account without a name is told by its number. */
function operator(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
