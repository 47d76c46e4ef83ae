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
    vi: 'Không sự kiện nào tự ghi số này: nhiều sự kiện dưới đây cùng tạo nên nó.',
    en: 'No event holds this number by itself: the events below make it together.',
  },
  takenBack: {
    vi: '✖ Sự kiện ghi số này đã bị huỷ.',
    en: '✖ The event that held this number was taken back.',
  },
  gone: {
    vi: 'Vào ngày đang xem, hồ sơ không có giá trị này.',
    en: 'On the day being looked at, the object has no such value.',
  },
  holders: { vi: 'Các sự kiện ghi số này, mới nhất trước', en: 'Events that hold this number, newest first' },
  allEvents: { vi: 'Mọi sự kiện của hồ sơ', en: 'All events of the object' },
  heldAs: { vi: 'Ghi ở', en: 'Held as' },
});
