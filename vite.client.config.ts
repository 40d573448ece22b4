import { defineConfig } from 'vite'

/** What runs on the reader's device: one module script and one stylesheet with its faces. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['src/site/client/main.ts', 'src/site/look/site.css'] },
  },
})
