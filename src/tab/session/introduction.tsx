import { Button, Field, makeStyles, tokens } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { Me } from '../../contract/people.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import type { ApiClient } from '../api/client-types.ts'
import { problemOf } from '../api/problem-of.ts'
import { SafetyLine } from '../pages/home/safety-line.tsx'
import { useSubmission } from '../record/use-submission.ts'
import { NarrowPage } from '../ui/narrow-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ProblemView } from '../ui/problem-view.tsx'
import { Select } from '../ui/select.tsx'

const useStyles = makeStyles({
  lead: { margin: 0 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  send: { alignSelf: 'flex-start' },
})

interface Props {
  readonly api: ApiClient
  readonly me: Me
  readonly onIntroduced: (me: Me) => void
}

/** A person without an entry says once where they work. */
export function Introduction({ api, me, onIntroduced }: Props) {
  const styles = useStyles()
  const [agency, setAgency] = useState('')
  const [unanswered, setUnanswered] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const submissionOf = useSubmission()

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setUnanswered(agency === '')
    if (agency === '' || sending) return
    setSending(true)
    setProblem(null)
    try {
      onIntroduced(await api.introduceMyself({ agency, submission: submissionOf({ agency }) }))
    } catch (thrown) {
      setProblem(problemOf(thrown))
      setSending(false)
    }
  }

  return (
    <NarrowPage>
      <SafetyLine referral={me.board.referral} />
      <PageHeading title="Where do you work?" />
      <p className={styles.lead}>
        We have not met yet. Choose your agency, so that what you tell us reaches the right people.
        You do this once.
      </p>
      <form noValidate onSubmit={send} className={styles.form}>
        <Field
          label="Where do you work?"
          required
          hint={`Not in the list? Ask the board office: ${me.board.contacts.office}`}
          {...(unanswered && { validationMessage: 'Choose where you work.' })}
        >
          <Select value={agency} onChange={(_, { value }) => setAgency(value)}>
            <option value="">Choose your agency</option>
            {me.agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {problem && <ProblemView problem={problem} />}
        <Button
          appearance="primary"
          type="submit"
          disabledFocusable={sending}
          className={styles.send}
        >
          {sending ? 'Sending…' : 'Continue'}
        </Button>
      </form>
    </NarrowPage>
  )
}
