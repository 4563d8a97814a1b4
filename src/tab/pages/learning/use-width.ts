import type { RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'

/** The width an element has, in pixels; `null` until it is measured. */
export function useWidth<Element extends HTMLElement>(): [
  RefObject<Element | null>,
  number | null,
] {
  const element = useRef<Element>(null)
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    setWidth(current.clientWidth)
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
