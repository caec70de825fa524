import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const WORTH_IT = 1_024;

/** Writes each text file once more, compressed, so that no request has to wait for it; plain http is offered gzip only. */
const precompressed: Plugin = {
  name: 'precompressed',
  apply: 'build',
  writeBundle(options, bundle) {
    for (const fileName of Object.keys(bundle)) {
      if (!/\.(js|css)$/.test(fileName)) continue;
      const path = join(options.dir ?? '.', fileName);
      const source = readFileSync(path);
      if (source.length < WORTH_IT) continue;
      writeFileSync(`${path}.br`, brotliCompressSync(source));
      writeFileSync(`${path}.gz`, gzipSync(source));
    }
  },
};

/** One page application, built once at the first start and served by the same process as the API. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), precompressed],
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
