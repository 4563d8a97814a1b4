import type { SetupPart as Part } from '../../contract/people.ts'
import { LatePage } from './late-page.tsx'

const setupPage = () => import('../pages/setup/setup-page.tsx')

interface Props {
  readonly part: Part | null
  readonly query: URLSearchParams
}

/** The set-up page, with its code. */
export const SetupPart = (props: Props) => (
  <LatePage title="Set-up" load={setupPage}>
    {({ SetupPage }) => <SetupPage {...props} />}
  </LatePage>
)
