import type { DescribedName } from '../../contract/records.ts'
import { KIND_WORDS } from '../route/kind-words.ts'
import { LatePage } from './late-page.tsx'

const recordsPage = () => import('../pages/records/records-page.tsx')

interface Props {
  readonly kind: DescribedName
  readonly selected: string | null
  readonly query: URLSearchParams
}

/** The records of a kind that is shown as it is described, with their code. */
export const RecordsPart = ({ kind, selected, query }: Props) => (
  <LatePage title={KIND_WORDS[kind].title} load={recordsPage}>
    {({ RecordsPage }) => <RecordsPage kind={kind} selected={selected} query={query} />}
  </LatePage>
)
