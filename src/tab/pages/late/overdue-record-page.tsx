import { Link, makeStyles } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { useLoad } from '../../api/use-load.ts'
import { NotShown } from '../../record/not-shown.tsx'
import { Unsent } from '../../record/unsent.tsx'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { LevelContext } from '../../ui/level-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { WhatIsLate } from './what-is-late.tsx'

const useStyles = makeStyles({ says: { margin: 0, maxWidth: '65ch' } })

/** What is late about a record of which whoever oversees the board sees no more. */
export function OverdueRecordPage({ reference }: { readonly reference: string }) {
  const styles = useStyles()
  const { api } = useSession()
  const { data, problem, retry } = useLoad(reference, (signal) =>
    api.getLate({ ref: reference }, signal),
  )
  const back = { href: href.late(), label: 'Back to what is late' }
  return (
    <>
      <div>
        <Link href={back.href}>
          <ArrowLeftRegular aria-hidden="true" /> {back.label}
        </Link>
      </div>
      <PageHeading title={reference}>{`${reference}: what is late`}</PageHeading>
      {problem && <NotShown reference={reference} problem={problem} onRetry={retry} back={back} />}
      {!problem && !data && <Loading rows={3} />}
      {data && (
        <LevelContext value={2}>
          <p className={styles.says}>
            With {data.agency.name}.{' '}
            {data.isSeen ? (
              <Link href={href.record(data.kind, data.ref)}>Open {data.ref}</Link>
            ) : (
              'What was written stays with those who hold it. That you saw this is noted.'
            )}
          </p>
          <WhatIsLate late={data.late} />
          {!data.isSeen && <Unsent reference={reference} allowed={[]} />}
        </LevelContext>
      )}
    </>
  )
}
