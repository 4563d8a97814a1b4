import { useRef, useState } from 'react'

/**
 * Gives each content its submission id. The first is made when the form opens. The same content
 * again (after a lost connection) has the same id, so it makes one change. Other content has a new
 * one.
 */
export function useSubmission(): (content: unknown) => string {
  const [first] = useState(() => crypto.randomUUID())
  const last = useRef<{ readonly content: string; readonly id: string } | null>(null)
  return (content) => {
    const text = JSON.stringify(content)
    if (last.current?.content !== text)
      last.current = { content: text, id: last.current === null ? first : crypto.randomUUID() }
    return last.current.id
  }
}
