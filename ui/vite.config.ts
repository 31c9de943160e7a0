import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const gateway = process.env['MEGURI_GATEWAY'] ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    // Everything is a file of its own: the content security policy knows no data: or inline sources.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/login', '/logout', '/oauth2', '/published'].map((path) => [path, { target: gateway, changeOrigin: true }]),
    ),
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:8080/' } },
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    testTimeout: 60_000,
    // ./meguri test counts what ran from the report.
    reporters: ['default', 'junit'],
    outputFile: { junit: 'target/vitest-reports/TEST-ui.xml' },
    maxWorkers: 2,
  },
})
