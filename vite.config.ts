import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { stampBuild } from './scripts/build-stamp.js';
import { writeNotices } from './scripts/notices.ts';

/** What the command line carries in its own files, with what it needs in turn: hundreds of files are slow to start. */
const bundled = [
  ...['marked', 'yaml', 'valibot', 'citty', 'hono', '@hono/node-server', 'image-size'],
  '@noble/hashes',
  ...['htmlparser2', 'domelementtype', 'domhandler', 'dom-serializer', 'domutils', 'entities'],
  ...[
    'sanitize-html',
    'postcss',
    'source-map-js',
    'nanoid',
    'picocolors',
    'parse-srcset',
    'launder',
    'dayjs',
  ],
  ...['deepmerge', 'escape-string-regexp', 'is-plain-object'],
];

/**
 * Two builds in one: the browser's runtime (`dist/deck`, built once, no bundler runs in class) and the
 * command line (`dist/node`, bundled so that it starts fast).
 */
export default defineConfig({
  builder: {
    async buildApp(builder) {
      await stampBuild(async () => {
        await builder.build(builder.environments['client']!);
        await builder.build(builder.environments['ssr']!);
      });
    },
  },
  base: './',
  publicDir: false,
  plugins: [writeNotices()],
  resolve: {
    alias: {
      'elkjs/lib/elk.bundled.js': fileURLToPath(new URL('src/deck/diagrams/no-elk.ts', import.meta.url)),
    },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/deck',
        // Mermaid is large, and loaded only for what was not drawn before.
        chunkSizeWarningLimit: 4000,
        emptyOutDir: true,
        // Icons and the stack travel in the style sheet; fonts stay files.
        assetsInlineLimit: (file) => file.endsWith('.svg'),
        cssCodeSplit: true,
        rollupOptions: {
          input: {
            deck: 'src/deck/main.ts',
            handout: 'src/deck/handout.ts',
            enter: 'src/deck/enter/enter.ts',
            prerender: 'src/deck/diagrams/prerender.ts',
          },
          output: {
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
            assetFileNames: (asset) =>
              asset.names.some((name) => /^(?:deck|handout|enter)\.css$/.test(name))
                ? '[name][extname]'
                : 'files/[name]-[hash][extname]',
          },
        },
      },
    },
    ssr: {
      build: {
        ssr: true,
        outDir: 'dist/node',
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: {
          input: { main: 'src/cli/main.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
      resolve: {
        noExternal: bundled,
      },
    },
  },
});
