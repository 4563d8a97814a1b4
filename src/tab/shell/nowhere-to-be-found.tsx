import { Link } from '@fluentui/react-components'
import { CompassNorthwestRegular } from '@fluentui/react-icons/svg/compass-northwest'
import { href } from '../route/href.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

/** For an address that leads nowhere. */
export function NowhereToBeFound() {
  return (
    <>
      <PageHeading title="There is no such page" />
      <EmptyState
        icon={<CompassNorthwestRegular />}
        says="The link may be old, or a letter may be missing."
      >
        <Link href={href.home()}>Go to Home</Link>
      </EmptyState>
    </>
  )
}
