import { counted } from '@soquy/kernel';
import { screenWords } from '../words/screen-words.js';

interface Count {
  readonly n: number;
}

export const factWords = screenWords({
  formula: { vi: 'Giá trị đã ghi trong hồ sơ, lấy nguyên từ sự kiện', en: 'A value recorded in the object, as its event has it' },
  held: {
    vi: ({ n }: Count) =>
      n === 0 ? '✖ Không sự kiện nào còn hiệu lực ghi số này.' : `✔ ${n} sự kiện còn hiệu lực ghi đúng số này.`,
    en: ({ n }: Count) =>
      n === 0
        ? '✖ No standing event holds this number.'
        : `✔ ${counted(n, 'standing event holds', 'standing events hold')} this very number.`,
  },
  derived: {
    vi: 'Không sự kiện nào ghi số này dưới tên này: nó được tính từ các sự kiện dưới đây.',
    en: 'No event holds this number under this name: it is worked out from the events below.',
  },
  takenBack: {
    vi: '✖ Sự kiện ghi số này đã bị huỷ.',
    en: '✖ The event that held this number was taken back.',
  },
  struck: {
    vi: 'Đúng là số của sự kiện này, nhưng sự kiện đã bị huỷ: số không còn hiệu lực.',
    en: 'This event did hold this number, but it was taken back: the number stands no more.',
  },
  gone: {
    vi: 'Vào ngày đang xem, hồ sơ không có giá trị này.',
    en: 'On the day being looked at, the object has no such value.',
  },
  holders: { vi: 'Các sự kiện ghi số này, mới nhất trước', en: 'Events that hold this number, newest first' },
  allEvents: { vi: 'Mọi sự kiện của hồ sơ', en: 'All events of the object' },
  heldAs: { vi: 'Ghi ở', en: 'Held as' },
});
