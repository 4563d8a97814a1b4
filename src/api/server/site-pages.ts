import type { Contacts } from '../../domain/board/types.ts'

/** What the pages know of the board; `undefined` before it has been opened. */
interface SiteBoard {
  readonly name: string
  readonly contacts: Contacts
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? '')

const STYLE = `
body { font: 1.0625rem/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 42rem; padding: 1.5rem }
h1 { line-height: 1.25 } h2 { margin-top: 2rem } a { color: #3b3a9e } a:focus-visible { outline: 3px solid }
@media (prefers-color-scheme: dark) { body { background: #1b1b1f; color: #eee } a { color: #b9b8ff } }
`

const page = (title: string, body: string) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Learning Loop</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Pages"><a href="/site/">Learning Loop</a> · <a href="/site/privacy.html">Privacy</a> · <a href="/site/terms.html">Terms of use</a></nav>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`

const DANGER =
  '<p><strong>This is not for emergencies. If a child is in danger now, call 999.</strong></p>'
const DRAFT =
  '<p><em>Draft. Your board decides the final wording with its data protection officer. This page describes what the product does; it is not legal advice.</em></p>'

const whomToAsk = (board: SiteBoard | undefined) =>
  board
    ? `<h2>Whom to ask</h2>
<ul>
<li>About a child who may be at risk: ${escaped(board.contacts.referral)}</li>
<li>The same out of office hours: ${escaped(board.contacts.referralOutOfHours)}</li>
<li>About this product, your data or a reference: ${escaped(board.contacts.office)}</li>
<li>For support after speaking up: ${escaped(board.contacts.support)}</li>
<li>For advice on whistleblowing: ${escaped(board.contacts.whistleblowing)}</li>
</ul>`
    : '<h2>Whom to ask</h2>\n<p>The office of your safeguarding board.</p>'

const whose = (board: SiteBoard | undefined) =>
  board ? escaped(board.name) : 'your safeguarding board'

const front = (board: SiteBoard | undefined) =>
  page(
    'Learning Loop',
    `${DANGER}
<p>With Learning Loop people who work with children tell ${whose(board)} what they noticed: what went well, a near miss, or something that troubles them. Somebody senior looks at it and decides what happens, and the person who spoke up hears what came of it.</p>
<p>It works inside Microsoft Teams: a chat with the bot, and a tab.</p>
${whomToAsk(board)}`,
  )

const privacy = (board: SiteBoard | undefined) =>
  page(
    'Privacy',
    `${DRAFT}
${DANGER}
<h2>What is kept</h2>
<ul>
<li>Who you are at work: your name, job title and agency, the duties you hold for ${whose(board)}, and the id of your Microsoft account.</li>
<li>What you report: the kind, your answers, and what you add later.</li>
<li>What is done with it: decisions with their reasons, feedback, who passed it on, and when.</li>
<li>Where the bot can write to you in Teams, and whether a message arrived. A half-finished report is kept for 14 days.</li>
</ul>
<p>Nobody asks you for the name of a child, a relative or a colleague. Please leave names out.</p>
<h2>Who sees it</h2>
<ul>
<li>You see everything about what you reported.</li>
<li>The senior and the lead of the agency it went to, and their deputies, see the report and your name. Where there is nobody else, the business manager or the chair does. Nobody decides on their own report.</li>
<li>If whoever decides thinks that it may call for a statutory review, the board’s business manager and chair see an outline: the reference, the kind, the agency, dates and who decided. They see neither what you wrote nor your name.</li>
<li>If whoever decides proposes a review, the chair and the business manager see its reference, kind and agency, and who proposed it. The review holds nothing of what you wrote, and nobody reads your name there.</li>
<li>Apart from that the board sees numbers only. Counts from 1 to 4 are shown as “fewer than 5”.</li>
<li>Messages in Teams carry a reference, not what you wrote. What you type to the bot stays in your own chat as well, under the rules your organisation has for Teams.</li>
<li>People who look after the servers could reach the stored data. A court can order it to be shown.</li>
</ul>
<p>Nothing is sent to a language model or an analytics service, and nothing is sold. The tab sets no cookie.</p>
<h2>How long</h2>
<p>${board ? escaped(board.name) : 'The board'} decides how long each kind of record is kept. Ask the board office for the periods in force.</p>
<h2>Your rights</h2>
<p>You can ask what is held about you, and to have it put right. Whether something can be erased depends on what the board is bound by law to keep. The board office takes such requests and tells you how to reach its data protection officer and the Information Commissioner.</p>
${whomToAsk(board)}`,
  )

const terms = (board: SiteBoard | undefined) =>
  page(
    'Terms of use',
    `${DRAFT}
${DANGER}
<h2>What it is for</h2>
<p>Learning Loop is for people who work with children in the area of ${whose(board)}. It is for learning: it finds out what helped and what got in the way, not who is to blame.</p>
<h2>What it is not</h2>
<ul>
<li>Not a referral. If you are worried about a child, use your local referral route as well.</li>
<li>Not a complaint, a grievance or a report of misconduct. If something has to go there, whoever reads your report tells you so.</li>
</ul>
<h2>What we ask of you</h2>
<ul>
<li>Say what you saw and what you think of it. One sentence is enough.</li>
<li>Leave out names of children, relatives and colleagues.</li>
<li>Use your own account, and keep what you read here to those who need it for their work.</li>
</ul>
<h2>What you can expect</h2>
<p>A receipt with a reference, a decision with its reason, and word of what was done. The service may be down for maintenance; a receipt means that your report is stored.</p>
${whomToAsk(board)}`,
  )

/** The public pages by their name in the address. */
export const SITE_PAGES: Readonly<Record<string, (board: SiteBoard | undefined) => string>> = {
  '': front,
  'privacy.html': privacy,
  'terms.html': terms,
}
