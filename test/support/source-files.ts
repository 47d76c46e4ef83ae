import { readdirSync } from 'node:fs';

/** Paths of our own files under these folders, from the project's folder on; packages and builds are not ours. */
export function sourceFiles(folders: readonly string[], pattern: RegExp, root = '.'): string[] {
  return folders.flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sourceFiles([path], pattern, root);
      return entry.isFile() && pattern.test(path) ? [path] : [];
    }),
  );
}
