import { FileInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useScreenWords } from '../../words/screen-words.js';
import { formWords } from '../forms.words.js';
import { useInput, type InputProps } from './input-props.js';

/** The fingerprint of a document: taken from the file on this device, which is not sent. */
export function FileHashInput(props: InputProps) {
  const words = useScreenWords(formWords);
  const { control, text, type } = useInput(props);
  const [file, setFile] = useState<File | null>(null);
  const take = (chosen: File | null) => {
    setFile(chosen);
    if (!chosen) return type('');
    void hashOf(chosen).then(type);
  };
  return (
    <Stack gap={6}>
      {'subtle' in crypto && <FileInput label={words.file} value={file} onChange={take} clearable />}
      <TextInput {...control} value={text} autoComplete="off" onChange={(event) => type(event.currentTarget.value)} />
    </Stack>
  );
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
