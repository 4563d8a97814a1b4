import { LatePage } from './late-page.tsx'

const learningPage = () => import('../pages/learning/learning-page.tsx')

/** The learning page, with its code. */
export const LearningPart = ({ query }: { readonly query: URLSearchParams }) => (
  <LatePage title="Learning" load={learningPage}>
    {({ LearningPage }) => <LearningPage query={query} />}
  </LatePage>
)
