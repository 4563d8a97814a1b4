/** Writes dist/cards/index.html: every card the bot can send, to look at. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { galleryPage } from './cards/gallery-page.ts'
import { CARD_SAMPLES } from './cards/samples.ts'

const page = new URL('../dist/cards/index.html', import.meta.url)
mkdirSync(new URL('.', page), { recursive: true })
writeFileSync(page, galleryPage(CARD_SAMPLES))
console.log(`${CARD_SAMPLES.length} cards are in ${fileURLToPath(page)}. Open it in a browser.`)
