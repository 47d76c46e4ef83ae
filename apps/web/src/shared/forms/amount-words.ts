import type { Language } from '@soquy/kernel';

const VI_DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const EN_SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen'],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const BILLION = 1_000_000_000;

/** An amount as vouchers say it: "Hai trăm tám mươi lăm triệu đồng". */
export function amountInWords(vnd: number, language: Language): string {
  const words = language === 'vi' ? vietnamese(vnd) : english(vnd);
  const whole = language === 'vi' ? `${vnd < 0 ? 'âm ' : ''}${words} đồng` : `${vnd < 0 ? 'minus ' : ''}${words} dong`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

const groupsOf = (value: number): readonly (readonly [group: number, place: number])[] =>
  [1_000_000, 1_000, 1].map((by, index) => [Math.floor(value / by) % 1_000, 2 - index]);

/** From the first group on, hundreds are said even if there are none: một triệu không trăm lẻ năm nghìn. */
function vietnamese(amount: number, isInner = false): string {
  const value = Math.abs(amount);
  if (value === 0) return VI_DIGITS[0];
  const high = Math.floor(value / BILLION);
  const rest = value % BILLION;
  if (high > 0) return [vietnamese(high, isInner), 'tỷ', rest > 0 ? vietnamese(rest, true) : ''].filter(Boolean).join(' ');
  const said: string[] = [];
  for (const [group, place] of groupsOf(value))
    if (group > 0) said.push(viHundreds(group, isInner || said.length > 0), ['', 'nghìn', 'triệu'][place]!);
  return said.filter(Boolean).join(' ');
}

function viHundreds(group: number, whole: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const said = whole || hundreds > 0 ? [VI_DIGITS[hundreds]!, 'trăm'] : [];
  if (tens > 1) said.push(VI_DIGITS[tens]!, 'mươi');
  if (tens === 1) said.push('mười');
  if (tens === 0 && ones > 0 && said.length > 0) said.push('lẻ');
  if (ones > 0) said.push(viOnes(ones, tens));
  return said.join(' ');
}

function viOnes(ones: number, tens: number): string {
  if (ones === 5 && tens > 0) return 'lăm';
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return 'tư';
  return VI_DIGITS[ones]!;
}

function english(amount: number): string {
  const value = Math.abs(amount);
  if (value === 0) return EN_SMALL[0]!;
  const high = Math.floor(value / BILLION);
  const said = high > 0 ? [english(high), 'billion'] : [];
  for (const [group, place] of groupsOf(value % BILLION))
    if (group > 0) said.push(enHundreds(group), ['', 'thousand', 'million'][place]!);
  return said.filter(Boolean).join(' ');
}

function enHundreds(group: number): string {
  const [hundreds, rest] = [Math.floor(group / 100), group % 100];
  const tens = EN_TENS[Math.floor(rest / 10)]!;
  const small = rest < 20 ? (rest === 0 ? '' : EN_SMALL[rest]!) : `${tens}${rest % 10 ? `-${EN_SMALL[rest % 10]!}` : ''}`;
  return [hundreds ? `${EN_SMALL[hundreds]!} hundred` : '', small].filter(Boolean).join(' ');
}
