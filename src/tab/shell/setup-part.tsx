import type { SetupPart as Part } from '../../contract/people.ts'
import { useSession } from '../session/session-context.ts'
import { AuditPart } from './audit-part.tsx'
import { LatePage } from './late-page.tsx'

const setupPage = () => import('../pages/setup/setup-page.tsx')

interface Props {
  readonly part: Part | null
}

/** The set-up page, with its code. */
export function SetupPart(props: Props) {
  const { pages } = useSession().me
  // People with nothing else here had the audit under this address.
  if (props.part === null && !pages.includes('setup') && pages.includes('audit'))
    return <AuditPart query={new URLSearchParams()} />
  return (
    <LatePage title="Set-up" load={setupPage}>
      {({ SetupPage }) => <SetupPage {...props} />}
    </LatePage>
  )
}
