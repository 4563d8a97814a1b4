import { LatePage } from './late-page.tsx'

const activitiesPage = () => import('../pages/activities/activities-page.tsx')

interface Props {
  readonly selected: string | null
  readonly query: URLSearchParams
}

/** The learning activities, with their code. */
export const ActivitiesPart = ({ selected, query }: Props) => (
  <LatePage title="Learning activities" load={activitiesPage}>
    {({ ActivitiesPage }) => <ActivitiesPage selected={selected} query={query} />}
  </LatePage>
)
