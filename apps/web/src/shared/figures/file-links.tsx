import { Anchor, Button, Popover, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { numberText } from '@soquy/kernel';
import type { QueryOf } from '../api/client.js';
import { Failure } from '../ui/states.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import classes from './evidence.module.css';
import { download, type Downloaded } from './download.js';
import { fileWords } from './files.words.js';

const FORMATS = ['xlsx', 'csv', 'ndjson'] as const;
type Format = (typeof FORMATS)[number];
const HASH_SHOWN = 12;

interface Props {
  /** The route without a format at its end. */
  readonly path: string;
  /** What the list was asked with, without its pages. */
  readonly query?: QueryOf;
}

/** Files of what a route answers, with all rows: XLSX, CSV or NDJSON, each with its manifest. */
export function FileLinks({ path, query = {} }: Props) {
  const words = useScreenWords(fileWords);
  const language = useLanguage();
  const [rows, setRows] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const file = useMutation({ mutationFn: (format: Format) => download(addressOf(path, format, query), setRows) });
  const choose = (format: Format) => {
    setOpen(false);
    file.mutate(format);
  };
  return (
    <>
      <Popover position="bottom-start" opened={isOpen} onChange={setOpen} trapFocus returnFocus>
        <Popover.Target>
          <Button size="compact-sm" variant="default" loading={file.isPending} onClick={() => setOpen(!isOpen)}>
            {words.download} ▾
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={4} aria-label={words.download}>
          <Stack gap={0}>
            {FORMATS.map((format) => (
              <Button key={format} variant="subtle" size="compact-md" justify="start" onClick={() => choose(format)}>
                {words.as({ format: format.toUpperCase() })}
              </Button>
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <span role="status" className={classes.live}>
        {file.isPending && rows > 0 && words.writing({ rows: numberText(rows, language) })}
        {file.data && <Told downloaded={file.data} />}
      </span>
      {file.error && <Failure error={file.error} />}
    </>
  );
}

function addressOf(path: string, format: Format, query: QueryOf): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  const text = asked.toString();
  return `${path}.${format}${text && '?'}${text}`;
}

function Told({ downloaded: { manifest, address, isWhole } }: { readonly downloaded: Downloaded }) {
  const words = useScreenWords(fileWords);
  const language = useLanguage();
  if (!isWhole) return <Text c="var(--soquy-danger)">{words.damaged}</Text>;
  if (!manifest?.sha256 || !address) return null;
  return (
    <Text size="sm" component="span">
      {words.done({ rows: numberText(manifest.rows, language), sha256: `${manifest.sha256.slice(0, HASH_SHOWN)}…` })}{' '}
      <Anchor href={address} target="_blank" rel="noreferrer" inherit>
        {words.manifest}
      </Anchor>
    </Text>
  );
}
