import { Badge } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'

/** A child may be at risk, so this one is looked at the same day. */
export function SameDayBadge() {
  return (
    <Badge appearance="filled" color="danger" icon={<WarningFilled />}>
      Look at it today
    </Badge>
  )
}
