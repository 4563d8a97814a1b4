import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import packageJson from './package.json' with { type: 'json' }

const { browserslist } = packageJson

export default defineConfig({
  root: 'src/tab',
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../../dist/tab',
    emptyOutDir: true,
    // The oldest browsers the tab works in, as package.json names them; a test holds it to them.
    target: browserslist.map((browser) => browser.replace(' ', '')),
    // Everything comes from files, so that the page's content policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Before compression; what counts is 250 kB after it, and a test of the tab holds that.
    chunkSizeWarningLimit: 900,
  },
})
