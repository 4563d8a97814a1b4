import { createRequire } from 'node:module'
import type { CompatData, Identifier, SupportStatement } from '@mdn/browser-compat-data/types'
import packageJson from '../../package.json' with { type: 'json' }

// What the oldest browsers of the tab lack, as MDN's table of browsers says.

// The package's own type is of its file, which no `import` takes without an attribute.
const table = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData

const OLDEST = packageJson.browserslist.map((browser) => {
  const [name = '', version = ''] = browser.split(' ')
  return { name: name as 'chrome' | 'safari', version }
})

type Tree = Identifier | undefined

const numbersOf = (version: string) => version.replace('≤', '').split('.').map(Number)

function isUpTo(version: string, latest: string): boolean {
  const [one, other] = [numbersOf(version), numbersOf(latest)]
  for (const [at, number] of one.entries()) {
    const its = other[at] ?? 0
    if (number !== its) return number < its
  }
  return true
}

const has = (statement: SupportStatement | undefined, version: string): boolean =>
  [statement ?? []]
    .flat()
    .some(
      ({
        version_added: added,
        version_removed: removed,
        flags,
        prefix,
        alternative_name: other,
      }) => {
        if (flags || prefix || other || typeof added !== 'string' || added === 'preview')
          return false
        const isGone = typeof removed === 'string' && isUpTo(removed, version)
        return isUpTo(added, version) && !isGone
      },
    )

/** Whether one of the oldest browsers lacks something; what the table does not have, all have. */
const lacking = (feature: Tree): boolean =>
  feature?.__compat !== undefined &&
  OLDEST.some(({ name, version }) => !has(feature.__compat?.support[name], version))

/** What stands below a feature, without what is about its parameters, events and behaviour. */
const childrenOf = (tree: Tree): readonly (readonly [string, Identifier])[] =>
  Object.entries(tree ?? {}).flatMap(([name, inner]) =>
    // The one entry that is no feature tells of the feature itself.
    name === '__compat' || /[^\w$-]|_(event|parameter|option)$/.test(name)
      ? []
      : [[name, inner as Identifier] as const],
  )

interface Place {
  /** The function it belongs to, such as `Intl.Locale`; `` for what is there by itself. */
  readonly owner: string
  readonly name: string
  /** Whether the function itself has it, what the function makes, or one of the two. */
  readonly on: 'function' | 'made' | 'either'
}

function placesIn(tree: Tree, isLanguage: boolean, owner = ''): readonly Place[] {
  return childrenOf(tree).flatMap(([name, inner]): readonly Place[] => {
    // Of what belongs to the page the table marks what a function itself has; of the language it does not.
    const marked = name.endsWith('_static') ? 'function' : 'made'
    const on = isLanguage || owner === '' ? 'either' : marked
    if (lacking(inner)) return [{ owner, name: name.replace(/_static$/, ''), on }]
    if (owner === '') return placesIn(inner, isLanguage, name)
    // Intl is the one object whose functions have functions.
    return owner === 'Intl' ? placesIn(inner, isLanguage, `${owner}.${name}`) : []
  })
}

/** Functions, constructors and properties that one of the oldest browsers does not have. */
export const LACKING: readonly Place[] = [
  ...placesIn(table.javascript.builtins, true),
  ...placesIn(table.api, false),
]

/** A script that takes all that away from a page before it begins. */
export const TAKE_AWAY = `(() => {
  const drop = (place, name) => {
    if (place && Object.hasOwn(place, name)) delete place[name]
  }
  for (const { owner, name, on } of ${JSON.stringify(LACKING)}) {
    const names = owner === '' || owner === 'Window' ? [] : owner.split('.')
    const place = names.reduce((outer, inner) => outer?.[inner], globalThis)
    if (on !== 'made' || place === globalThis) drop(place, name)
    if (on !== 'function') drop(place?.prototype, name)
  }
})()`

/** What styles use that one of the oldest browsers lacks. */
export function styleLacks(property: string, value: string): readonly string[] {
  const its = table.css.properties?.[property]
  const words = new Set(value.toLowerCase().match(/[a-z][a-z-]*/g))
  const functions = new Set(
    [...value.toLowerCase().matchAll(/([a-z][a-z-]*)\(/g)].map(([, n]) => n),
  )
  return [
    ...(lacking(its) ? [property] : []),
    ...[...words].filter((word) => lacking(its?.[word])).map((word) => `${property}: ${word}`),
    ...[...functions].flatMap((name) => (name && lackingFunctions.has(name) ? [`${name}()`] : [])),
  ]
}

const selectorsLacking = new Set(
  childrenOf(table.css.selectors).flatMap(([name, feature]) => (lacking(feature) ? [name] : [])),
)

export const selectorLacks = (selector: string): readonly string[] =>
  [...selector.matchAll(/::?([a-z-]+)/g)].flatMap(([, name]) =>
    name && selectorsLacking.has(name) ? [`:${name}`] : [],
  )

export const ruleLacks = (rule: string): readonly string[] =>
  lacking(table.css['at-rules']?.[rule]) ? [`@${rule}`] : []

const lackingFunctions: ReadonlySet<string> = new Set(functionsIn(table.css.types))

function functionsIn(tree: Tree): readonly string[] {
  return childrenOf(tree).flatMap(([name, inner]) => [
    ...(lacking(inner) ? [name] : []),
    ...functionsIn(inner),
  ])
}
