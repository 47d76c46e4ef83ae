import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useState } from 'react';
import { keysAreOff, turnKeys } from '../shared/keys/keys.js';
import { useScreenWords } from '../shared/words/screen-words.js';
import { appWords } from './app.words.js';

type Name = keyof typeof appWords;

/** Keys as people read them, and the words for what they do. */
const KEYS: readonly (readonly [string, Name])[] = [
  ['/', 'keyPalette'],
  ['Ctrl K', 'keyPalette'],
  ['G I', 'inbox'],
  ['G T', 'overview'],
  ['G C', 'programmes'],
  ['G H', 'activities'],
  ['G O', 'organisations'],
  ['G V', 'loans'],
  ['G Q', 'overdue'],
  ['G K', 'audit'],
  ['N', 'keyNew'],
  ['M', 'keyAsOf'],
  ['U', 'unit'],
  ['↑ ↓', 'keyRow'],
  ['↵', 'keyOpen'],
  ['Alt ↵', 'keyEvidence'],
  ['Ctrl ↵', 'keySave'],
  ['Ctrl Shift ↵', 'keySaveNext'],
  ['Esc', 'keyClose'],
  [', .', 'keyBeside'],
];

export default function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useScreenWords(appWords);
  const [on, setOn] = useState(!keysAreOff());
  const turn = (next: boolean) => {
    turnKeys(next);
    setOn(next);
  };
  return (
    <Modal opened onClose={onClose} title={words.keys} closeButtonProps={{ 'aria-label': words.keyClose }}>
      <Table>
        <Table.Tbody>
          {KEYS.map(([keys, name]) => (
            <Table.Tr key={keys}>
              <Table.Th scope="row">
                <Kbd>{keys}</Kbd>
              </Table.Th>
              <Table.Td>{words[name] as string}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch mt="md" label={words.keysOn} checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
    </Modal>
  );
}
