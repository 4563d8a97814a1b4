import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/tab',
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    // Everything comes from files, so that the page's content policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Before compression; what counts is 250 kB after it, and a test of the tab holds that.
    chunkSizeWarningLimit: 900,
  },
})
