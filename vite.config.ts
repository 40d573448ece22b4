import { defineConfig } from 'vite'

/**
 * The server: src/ and the packages it uses in one file for the pinned Node. Found and read one by
 * one, the packages' 900 files take four times as long at every start.
 */
export default defineConfig({
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  // sharp brings machine code; pg-native is what pg looks for and we do not have.
  ssr: { noExternal: true, external: ['sharp', 'pg-native'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node24',
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { cli: 'src/cli.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
