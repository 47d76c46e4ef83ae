import { Fragment, type ReactNode } from 'react';

interface Props {
  /** With its numbers as `{name}`. */
  readonly text: string;
  readonly parts: Readonly<Record<string, ReactNode>>;
}

/** A sentence whose numbers open: each stands where the language puts it. */
export function Sentence({ text, parts }: Props) {
  return text.split(/(\{\w+\})/).map((piece, index) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return <Fragment key={index}>{name === undefined ? piece : parts[name]}</Fragment>;
  });
}
