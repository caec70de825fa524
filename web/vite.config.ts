import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** One page application, built once at the first start and served by the same process as the API. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('./dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: Number(process.env['ZHIBU_WEB_PORT'] ?? 8421),
    proxy: { '/api': { target: process.env['ZHIBU_API'] ?? 'http://127.0.0.1:8420' } },
  },
});
