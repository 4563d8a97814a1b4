import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const tab = {
  root: 'src/tab',
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    // Scripts and pictures come from files only, so that the page needs no `data:` or inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
}

// Vitest reads this file too when it has none of its own, and must not look for tests in the tab.
export default defineConfig(({ mode }) => (mode === 'test' ? {} : tab))
