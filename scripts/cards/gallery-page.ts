import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { renderCard } from '../../src/bot/cards/render-card.ts'
import { HOST_CONFIGS } from './host-configs.ts'
import type { CardSample } from './samples/sample-world.ts'

const beside = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const renderer = (): string =>
  readFileSync(
    createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
    'utf8',
  )

/** Text inside a script element, where only its own end tag and comments mean something. */
const inScript = (text: string): string =>
  text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

const dataOf = (samples: readonly CardSample[]) => ({
  hostConfigs: HOST_CONFIGS,
  samples: samples.map(({ name, says, card }) => {
    const json = renderCard(card)
    const bytes = Buffer.byteLength(JSON.stringify(json))
    return { name, says, bytes, template: card.template, json }
  }),
})

/** One page with every sample, in light, in dark and 320 pixels wide. Loads nothing else. */
export const galleryPage = (samples: readonly CardSample[]): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>Cards of the Learning Loop</title>
<style>${beside('gallery.css')}</style>
</head>
<body data-show="all">
<header>
<h1>Cards of the Learning Loop</h1>
<p id="status" role="status"></p>
<fieldset>
<legend>Show</legend>
<label><input type="radio" name="show" value="all" checked> Light, dark and narrow</label>
<label><input type="radio" name="show" value="wide"> Light and dark</label>
<label><input type="radio" name="show" value="narrow"> 320 pixels wide</label>
</fieldset>
<p>Last pressed: <output id="pressed">nothing yet</output></p>
<nav aria-label="Cards"><ul></ul></nav>
</header>
<main></main>
<script type="application/json" id="samples">${JSON.stringify(dataOf(samples)).replaceAll('<', '\\u003c')}</script>
<script>${inScript(renderer())}</script>
<script type="module">${inScript(beside('gallery-client.js'))}</script>
</body>
</html>
`
