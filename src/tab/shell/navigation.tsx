import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClipboardSearchRegular } from '@fluentui/react-icons/svg/clipboard-search'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search'
import { HatGraduationRegular } from '@fluentui/react-icons/svg/hat-graduation'
import { HomeRegular } from '@fluentui/react-icons/svg/home'
import { PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community'
import { SettingsRegular } from '@fluentui/react-icons/svg/settings'
import { TaskListSquareLtrRegular } from '@fluentui/react-icons/svg/task-list-square-ltr'
import type { ReactNode } from 'react'
import type { Me } from '../../contract/people.ts'
import { href } from '../route/href.ts'
import { HIGH_CONTRAST } from '../theme/high-contrast.ts'

type Page = Me['pages'][number]

const PAGES = {
  home: { label: 'Home', to: href.home(), icon: <HomeRegular /> },
  triage: { label: 'Triage', to: href.triage(), icon: <TaskListSquareLtrRegular /> },
  activities: {
    label: 'Activities',
    to: href.records('activity'),
    icon: <PeopleCommunityRegular />,
  },
  actions: {
    label: 'Actions',
    to: href.records('action'),
    icon: <CheckmarkCircleRegular />,
  },
  reviews: { label: 'Reviews', to: href.records('review'), icon: <DocumentSearchRegular /> },
  late: { label: 'Late', to: href.late(), icon: <ClockRegular /> },
  learning: { label: 'Learning', to: href.learning(), icon: <HatGraduationRegular /> },
  setup: { label: 'Set-up', to: href.setup(), icon: <SettingsRegular /> },
  audit: { label: 'Audit', to: href.audit(), icon: <ClipboardSearchRegular /> },
} as const satisfies Record<Page, { label: string; to: string; icon: ReactNode }>

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalSNudge}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: `${tokens.strokeWidthThickest} solid transparent`,
    [HIGH_CONTRAST]: { borderBottomColor: 'Canvas' },
    borderRadius: tokens.borderRadiusMedium,
    borderBottomLeftRadius: 0,
    borderBottomRightRadius: 0,
    ':hover': {
      color: tokens.colorNeutralForeground2Hover,
      borderBottomColor: tokens.colorNeutralStroke1Hover,
    },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    [HIGH_CONTRAST]: { borderBottomColor: 'Highlight' },
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStrokeHover },
  },
  icon: { display: 'flex', fontSize: '20px' },
})

interface Props {
  /** The pages that have something for this person, in order. */
  readonly pages: readonly Page[]
  readonly current: Page | null
}

export function Navigation({ pages, current }: Props) {
  const styles = useStyles()
  return (
    <nav aria-label="Pages">
      <ul className={styles.list}>
        {pages.map((page) => (
          <li key={page}>
            <a
              href={PAGES[page].to}
              className={mergeClasses(styles.link, page === current && styles.current)}
              aria-current={page === current ? 'page' : undefined}
            >
              <span className={styles.icon} aria-hidden="true">
                {PAGES[page].icon}
              </span>
              {PAGES[page].label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
