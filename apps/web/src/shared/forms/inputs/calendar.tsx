import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import 'dayjs/locale/en-gb';
import { DatePicker } from '@mantine/dates';
import { useLanguage } from '../../words/language.js';

interface Props {
  readonly day: string | undefined;
  readonly choose: (day: string) => void;
}

/** A month to choose a day from; comes only when it is opened. */
export default function Calendar({ day, choose }: Props) {
  const language = useLanguage();
  return (
    <DatePicker
      locale={language === 'vi' ? 'vi' : 'en-gb'}
      firstDayOfWeek={1}
      value={day ?? null}
      defaultDate={day}
      onChange={(chosen) => chosen && choose(chosen)}
    />
  );
}
