/** What is typed into a form, by the names of its fields. */
export type Typed = Readonly<Record<string, string>>

/** What somebody typed into a form and has not sent. */
export interface Draft {
  /** The name of the action, and which of its fields hold words. */
  readonly label: string
  readonly texts: readonly string[]
  readonly typed: Typed
  /** When it was typed, in milliseconds. */
  readonly at: number
  /** Its submission while nobody knows whether it arrived. Sending the same again is one change. */
  readonly submission: string | null
  /** Other words for the same form, typed in another window. */
  readonly other: Typed | null
}

/** One form: an action on a record. */
export interface FormOf {
  readonly ref: string
  readonly action: string
}

export interface Drafts {
  read(form: FormOf): Draft | null
  /** The actions somebody has begun on a record. */
  begun(ref: string): readonly string[]
  /** The forms begun on everything whose reference begins with this. */
  begunUnder(start: string): readonly FormOf[]
  /** @returns what is kept now, and whether it survives loading the page again */
  keep(form: FormOf, draft: Omit<Draft, 'at'>): { readonly draft: Draft; readonly isKept: boolean }
  forget(form: FormOf): void
  /**
   * Calls back when another window kept or forgot a draft of the form. Returns a function that ends
   * it.
   */
  onElsewhere(form: FormOf, listener: (draft: Draft | null) => void): () => void
}

const PREFIX = 'learning-loop.draft/'
export const DRAFT_DAYS = 7
const LONGEST = DRAFT_DAYS * 24 * 60 * 60 * 1000
/** A few full forms. More than this was pasted by mistake. */
const CHARACTERS_AT_MOST = 50_000
const AT_MOST = 40

const isTyped = (given: unknown): given is Typed =>
  typeof given === 'object' &&
  given !== null &&
  Object.values(given).every((value) => typeof value === 'string')

/** What was kept; nothing if it was changed by others or cut off by a browser. */
function readKept(kept: string | null): Draft | null {
  if (kept === null) return null
  try {
    const draft: Partial<Record<keyof Draft, unknown>> = JSON.parse(kept)
    const { label, texts, typed, at, submission, other } = draft
    if (!isTyped(typed) || typeof at !== 'number') return null
    return {
      label: typeof label === 'string' ? label : '',
      texts: Array.isArray(texts) ? texts.map(String) : [],
      typed,
      at,
      submission: typeof submission === 'string' ? submission : null,
      other: isTyped(other) ? other : null,
    }
  } catch {
    return null
  }
}

/** A frame may be refused storage, and full storage takes nothing more. */
function carefully<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(window.localStorage)
  } catch {
    return null
  }
}

const keysIn = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  )

/** Deletes what is too old, of any person, and the oldest of too many. */
function tidy(now: number): void {
  carefully((storage) => {
    const kept = keysIn(storage)
      .map((key) => ({ key, at: readKept(storage.getItem(key))?.at ?? 0 }))
      .sort((a, b) => b.at - a.at)
    const isOver = ({ at }: { readonly at: number }) => Math.abs(now - at) > LONGEST
    for (const [place, draft] of kept.entries())
      if (place >= AT_MOST || isOver(draft)) storage.removeItem(draft.key)
  })
}

export const isSame = (one: Typed, other: Typed): boolean =>
  Object.keys({ ...one, ...other }).every((name) => (one[name] ?? '') === (other[name] ?? ''))

/**
 * The drafts of one person in this browser. Teams unloads the tab, with its session storage, when
 * somebody looks at another app. So drafts are kept where they outlive that.
 */
export function createDrafts(person: string, now: () => number): Drafts {
  tidy(now())
  const own = `${PREFIX}${encodeURIComponent(person)}/`
  const keyOf = ({ ref, action }: FormOf) =>
    `${own}${encodeURIComponent(ref)}/${encodeURIComponent(action)}`
  // What the browser does not keep lasts at least as long as the page.
  const held = new Map<string, Draft>()
  // What this window knows to be kept. Anything else was written by another one.
  const known = new Map<string, string | null>()

  const look = (key: string) => carefully((storage) => storage.getItem(key))
  const isFromElsewhere = (key: string, kept: string | null) =>
    kept !== null && kept !== (known.get(key) ?? null)

  const allBegun = (): readonly FormOf[] =>
    [...new Set([...held.keys(), ...(carefully(keysIn) ?? [])])]
      .filter((key) => key.startsWith(own))
      .flatMap((key) => {
        const [ref, action] = key.slice(own.length).split('/').map(decodeURIComponent)
        return ref === undefined || action === undefined ? [] : [{ ref, action }]
      })

  return {
    read: (form) => {
      const key = keyOf(form)
      const kept = look(key)
      if (!isFromElsewhere(key, kept)) return held.get(key) ?? null
      known.set(key, kept)
      const draft = readKept(kept)
      if (draft) held.set(key, draft)
      return draft
    },
    begun: (ref) =>
      allBegun()
        .filter((form) => form.ref === ref)
        .map(({ action }) => action),
    begunUnder: (start) => allBegun().filter(({ ref }) => ref.startsWith(start)),
    keep: (form, given) => {
      const { typed, other } = given
      const key = keyOf(form)
      const there = look(key)
      const theirs = isFromElsewhere(key, there) ? (readKept(there)?.typed ?? null) : null
      const draft = {
        ...given,
        at: now(),
        other: theirs === null || isSame(theirs, typed) ? other : theirs,
      }
      held.set(key, draft)
      const text = JSON.stringify(draft)
      const isKept =
        text.length <= CHARACTERS_AT_MOST &&
        carefully((storage) => {
          storage.setItem(key, text)
          return true
        }) === true
      if (isKept) known.set(key, text)
      return { draft, isKept }
    },
    forget: (form) => {
      const key = keyOf(form)
      const mine = held.get(key)?.typed
      const there = readKept(look(key))
      held.delete(key)
      known.delete(key)
      // What another window has written since is not for this one to delete.
      if (!there || !mine || isSame(there.typed, mine))
        carefully((storage) => storage.removeItem(key))
    },
    onElsewhere: (form, listener) => {
      const key = keyOf(form)
      const onStorage = (event: StorageEvent) => {
        if (event.key !== key) return
        known.set(key, event.newValue)
        listener(readKept(event.newValue))
      }
      window.addEventListener('storage', onStorage)
      return () => window.removeEventListener('storage', onStorage)
    },
  }
}
