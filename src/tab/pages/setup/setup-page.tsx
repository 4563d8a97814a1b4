import { Link } from '@fluentui/react-components'
import { SettingsRegular } from '@fluentui/react-icons/svg/settings'
import type { ReactNode } from 'react'
import type { SetupPart } from '../../../contract/people.ts'
import { Unsent } from '../../record/unsent.tsx'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { ChoiceLinks } from '../../ui/choice-links.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LevelContext } from '../../ui/level-context.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { AgenciesPart } from './agencies-part.tsx'
import { AppointmentsPart } from './appointments-part.tsx'
import { ContactsPart } from './contacts-part.tsx'
import { MessagesPart } from './messages-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { RulesPart } from './rules-part.tsx'
import { SpreadsheetPart } from './spreadsheet-part.tsx'
import { BOARD_REF } from './use-board-form.ts'

const NAMES = {
  agencies: 'Agencies',
  people: 'People',
  roles: 'Roles and deputies',
  contacts: 'Contacts',
  spreadsheet: 'Spreadsheet',
  rules: 'What this board looks at',
  messages: 'Messages that did not arrive',
} as const satisfies Record<SetupPart, string>

const PARTS = {
  agencies: () => <AgenciesPart />,
  people: () => <PeoplePart />,
  roles: () => <AppointmentsPart />,
  contacts: () => <ContactsPart />,
  spreadsheet: () => <SpreadsheetPart />,
  rules: () => <RulesPart />,
  messages: () => <MessagesPart />,
} as const satisfies Readonly<Record<SetupPart, () => ReactNode>>

interface Props {
  /** `null` where the address names none. Then the first part for this person is shown. */
  readonly part: SetupPart | null
}

/** What the business manager looks after. */
export function SetupPage({ part }: Props) {
  const { me, drafts } = useSession()
  // By somebody who looked after it until a moment ago.
  const begun = new Set(drafts.begunUnder(BOARD_REF).map(({ ref }) => ref))
  const shown = part ?? me.setup[0]
  const title = shown === undefined ? 'Set-up' : `Set-up: ${NAMES[shown].toLowerCase()}`
  return (
    <>
      <PageHeading title={title} />
      {me.setup.length > 1 && (
        <ChoiceLinks
          label="Parts of Set-up"
          choices={me.setup.map((its) => ({
            label: NAMES[its],
            to: href.setup(its),
            current: its === shown,
          }))}
        />
      )}
      <LevelContext value={2}>
        {shown !== undefined && PARTS[shown]()}
        {shown === undefined && (
          <>
            <EmptyState
              icon={<SettingsRegular />}
              says="Set-up is for the business manager and the chair. Ask the board office if that should be you."
            >
              <Link href={href.home()}>Go to Home</Link>
            </EmptyState>
            {[...begun].map((reference) => (
              <Unsent key={reference} reference={reference} allowed={[]} />
            ))}
          </>
        )}
      </LevelContext>
    </>
  )
}
