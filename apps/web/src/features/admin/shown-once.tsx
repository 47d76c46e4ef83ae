import { Alert, Code, Text } from '@mantine/core';

/** A secret that is kept nowhere and can be read only now. */
export function ShownOnce({ label, secret }: { readonly label: string; readonly secret: string }) {
  return (
    <Alert color="warn" role="status">
      <Text size="sm">{label}</Text>
      <Code fz="md">{secret}</Code>
    </Alert>
  );
}
