import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { KeptHere } from '../shared/session/kept-here.js';
import { useScreenWords } from '../shared/words/screen-words.js';
import { leaveWords } from './leave-dialog.words.js';

interface Props {
  readonly kept: KeptHere;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** Says what signing out takes off this device, before it does. */
export default function LeaveDialog({ kept: { drafts, tables }, stay, leave }: Props) {
  const words = useScreenWords(leaveWords);
  const named = drafts.filter((title) => title !== '');
  return (
    <Modal opened onClose={stay} title={words.title} closeButtonProps={{ 'aria-label': words.stay }}>
      <Stack gap="sm">
        <Text>{words.why}</Text>
        <List size="sm">
          {drafts.length > 0 && (
            <List.Item>
              {words.drafts({ n: drafts.length })}
              {named.length > 0 && `: ${named.join('; ')}`}
            </List.Item>
          )}
          {tables.map((n, index) => (
            <List.Item key={index}>{words.table({ n })}</List.Item>
          ))}
        </List>
        <Group justify="flex-end">
          <Button variant="default" onClick={stay} data-autofocus>
            {words.stay}
          </Button>
          <Button color="danger" onClick={leave}>
            {words.leave}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
