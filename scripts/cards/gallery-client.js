// Runs in the page that scripts/cards.ts writes: draws every sample with the adaptivecards renderer.
const { AdaptiveCard, HostConfig, SerializationContext, Versions } = window.AdaptiveCards
const { samples, hostConfigs } = JSON.parse(document.getElementById('samples').textContent)

const MARKS = /\\([\\`*_{}[\]()#+\-.!|<>~&])/g
const escaped = (text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

// As much Markdown as shows whether people's words are escaped: what is not, stands out.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  const kept = []
  const keep = (_, mark) => `\ue000${kept.push(mark) - 1}\ue001`
  result.outputHtml = escaped(text.replace(MARKS, keep))
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="#link">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*|_([^_]+)_/g, '<em>$1$2</em>')
    .replace(/\ue000(\d+)\ue001/g, (_, at) => escaped(kept[Number(at)]))
  result.didProcess = true
}

function drawn(json, look) {
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(hostConfigs[look])
  const context = new SerializationContext(Versions.v1_5)
  card.parse(json, context)
  const warnings = []
  for (let at = 0; at < context.eventCount; at += 1) warnings.push(context.getEventAt(at).message)
  for (const { failures } of card.validateProperties().validationEvents.map((event) => ({
    failures: [event.message],
  })))
    warnings.push(...failures)
  card.onExecuteAction = (action) => {
    const said = `${action.title}: ${action.verb || action.data?.verb || action.url}`
    document.getElementById('pressed').textContent = said
  }
  return { element: card.render(), warnings }
}

const add = (parent, name, text, attributes = {}) => {
  const element = document.createElement(name)
  if (text) element.textContent = text
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  parent.append(element)
  return element
}

const LOOKS = [
  ['light', 'Light', 'light'],
  ['dark', 'Dark', 'dark'],
  ['light', '320 pixels wide', 'narrow'],
]

const main = document.querySelector('main')
const contents = document.querySelector('nav ul')
let wrong = 0
for (const [index, { name, says, bytes, template, json }] of samples.entries()) {
  add(add(contents, 'li'), 'a', name, { href: `#card-${index}` })
  const section = add(main, 'section', '', { id: `card-${index}` })
  add(section, 'h2', name)
  add(section, 'p', says)
  add(section, 'p', `Template ${template}, ${bytes.toLocaleString('en-GB')} bytes`, {
    class: 'facts',
  })
  const warnings = drawn(json, 'light').warnings
  wrong += warnings.length
  if (warnings.length > 0) {
    const list = add(section, 'ul', '', { class: 'warnings' })
    for (const warning of warnings) add(list, 'li', warning)
  }
  const cards = add(section, 'div', '', { class: 'cards' })
  for (const [look, title, kind] of LOOKS) {
    const column = add(cards, 'div', '', { class: `${look} ${kind}` })
    add(column, 'h3', title)
    add(column, 'div', '', { class: 'card' }).append(drawn(json, look).element)
  }
}
const count = `${samples.length} cards. `
const summary = wrong === 0 ? 'The renderer has nothing to say against them.' : `${wrong} warnings.`
const status = document.getElementById('status')
status.textContent = count + summary
if (wrong > 0) status.className = 'warnings'

for (const radio of document.querySelectorAll('input[name=show]'))
  radio.addEventListener('change', () => {
    document.body.dataset.show = radio.value
  })
