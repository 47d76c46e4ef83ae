import type { Plugin } from 'vite';

/** Names a chunk in the page itself, so that it comes with the program that asks for it and not after that has run. */
export const preloaded = (chunk: string): Plugin => ({
  name: 'preloaded',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const named = Object.values(bundle).filter((each) => each.type === 'chunk' && each.name === chunk);
      if (named.length !== 1) throw new Error(`assertion: ${named.length} chunks are called ${chunk}`);
      return named.map(({ fileName }) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
        injectTo: 'head' as const,
      }));
    },
  },
});
