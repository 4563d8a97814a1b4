import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { BoardPart } from './board-part.tsx'
import { ChangeButton } from './change-button.tsx'
import { useBoard } from './use-board.ts'

function Contacts() {
  const { contacts } = useBoard().board
  return (
    <Panel title="Contacts">
      <Facts
        facts={[
          { term: 'Referral in office hours', value: contacts.referral },
          { term: 'Referral out of office hours', value: contacts.referralOutOfHours },
          { term: 'The board office', value: contacts.office },
          { term: 'Support for people who have spoken up', value: contacts.support },
          { term: 'Advice on whistleblowing', value: contacts.whistleblowing },
        ]}
      />
      <div>
        <ChangeButton action="setContacts" primary />
      </div>
    </Panel>
  )
}

/** Whom people are told to ring. */
export const ContactsPart = () => (
  <BoardPart
    changes={['setContacts']}
    lead="Whom people ring. The bot and the tab show these lines to everybody, the first two wherever a child may be in danger."
  >
    <Contacts />
  </BoardPart>
)
