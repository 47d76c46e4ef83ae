import { Notifications } from '@mantine/notifications';

/** What was recorded or refused, told where it disturbs least. */
export default function Notices() {
  return <Notifications position="bottom-left" autoClose={8_000} />;
}
