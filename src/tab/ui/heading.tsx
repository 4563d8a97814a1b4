import type { ComponentProps } from 'react'
import { use } from 'react'
import { LevelContext } from './level-context.ts'

/** A heading of the level that its place asks for. */
export function Heading(props: ComponentProps<'h1'>) {
  const level = use(LevelContext)
  const Tag = `h${level}` as const
  return <Tag {...props} />
}
