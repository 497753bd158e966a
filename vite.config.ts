import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages, built once and shipped with the package; nothing is fetched from elsewhere at run time. */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows scripts and pictures of our own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
  },
});
