import type { z } from 'zod'
import { ChainQuery, ChainState, TrailPage, TrailQuery } from './audit.ts'
import { Figures, FiguresQuery } from './figures.ts'
import { Late, LateRecord } from './late.ts'
import { NotDelivered } from './messages.ts'
import {
  ObservationDetail,
  ObservationPage,
  ObservationQuery,
  Outline,
  RaiseRequest,
} from './observations.ts'
import {
  BoardChanges,
  BoardChangesQuery,
  BoardDetail,
  BoardForm,
  BoardFormQuery,
  BoardRules,
  Home,
  IntroductionRequest,
  Me,
  Personas,
  SheetEntry,
  SheetFile,
  SheetPlan,
  SheetQuery,
  SheetRequest,
} from './people.ts'

/** One operation of the API, with all that server, tab and OpenAPI document need to know. */
export interface Operation {
  readonly method: 'GET' | 'POST'
  /** With `{name}` for each variable part, as OpenAPI writes it. */
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  readonly status: 200 | 201
  readonly response: z.ZodType
  /** Its body may be a spreadsheet. */
  readonly large?: true
  /** Answered in local mode only. */
  readonly localOnly?: true
}

/**
 * What the tab asks for, by name. Changes of a record, and what kinds have that are shown as they are
 * described, are in `changes.ts`.
 */
export const OPERATIONS = {
  me: {
    method: 'GET',
    path: '/api/me',
    summary: 'Who I am, what I hold, and which pages have something for me',
    status: 200,
    response: Me,
  },
  introduceMyself: {
    method: 'POST',
    path: '/api/me/agency',
    summary: 'Say where I work, while nobody has entered me',
    body: IntroductionRequest,
    status: 200,
    response: Me,
  },
  personas: {
    method: 'GET',
    path: '/api/local/people',
    summary: 'People to act as (local mode only)',
    status: 200,
    response: Personas,
    localOnly: true,
  },
  home: {
    method: 'GET',
    path: '/api/home',
    summary: 'What waits for me, and my reports',
    status: 200,
    response: Home,
  },
  listObservations: {
    method: 'GET',
    path: '/api/observations',
    summary: 'My observations, or those I triage, in pages',
    query: ObservationQuery,
    status: 200,
    response: ObservationPage,
  },
  raiseObservation: {
    method: 'POST',
    path: '/api/observations',
    summary: 'Raise an observation',
    body: RaiseRequest,
    status: 201,
    response: ObservationDetail,
  },
  getObservation: {
    method: 'GET',
    path: '/api/observations/{ref}',
    summary: 'One observation, with the actions I may take',
    status: 200,
    response: ObservationDetail,
  },
  getOutline: {
    method: 'GET',
    path: '/api/outlines/{ref}',
    summary: 'The outline of an observation that was put to the board',
    status: 200,
    response: Outline,
  },
  figures: {
    method: 'GET',
    path: '/api/figures',
    summary: 'First figures: the mix of kinds by quarter, and the time to a decision',
    query: FiguresQuery,
    status: 200,
    response: Figures,
  },
  listLate: {
    method: 'GET',
    path: '/api/late',
    summary: 'What is late, by agency and matter: for the business manager and the chair',
    status: 200,
    response: Late,
  },
  getLate: {
    method: 'GET',
    path: '/api/late/{ref}',
    summary: 'What is late about one record: for the business manager and the chair',
    status: 200,
    response: LateRecord,
  },
  getBoard: {
    method: 'GET',
    path: '/api/board',
    summary: 'The board settings, with the actions I may take',
    status: 200,
    response: BoardDetail,
  },
  getBoardForm: {
    method: 'GET',
    path: '/api/board/form',
    summary: 'The form of a change that I may make to the board settings, and what it will do',
    query: BoardFormQuery,
    status: 200,
    response: BoardForm,
  },
  exportSheet: {
    method: 'GET',
    path: '/api/board/sheet',
    summary: 'The agencies or people that are entered, as a spreadsheet: for the business manager',
    query: SheetQuery,
    status: 200,
    response: SheetFile,
  },
  checkSheet: {
    method: 'POST',
    path: '/api/board/sheet/check',
    summary: 'What entering a spreadsheet would do, line by line; nothing is changed',
    body: SheetRequest,
    large: true,
    status: 200,
    response: SheetPlan,
  },
  enterSheet: {
    method: 'POST',
    path: '/api/board/sheet/enter',
    summary: 'Enter all of a spreadsheet, or nothing where a line is wrong',
    body: SheetEntry,
    large: true,
    status: 200,
    response: BoardDetail,
  },
  listRules: {
    method: 'GET',
    path: '/api/board/rules',
    summary: 'By what rules the board works, and how they can be changed: for its office and chair',
    status: 200,
    response: BoardRules,
  },
  listBoardChanges: {
    method: 'GET',
    path: '/api/board/changes',
    summary:
      'What was changed in the board settings meanwhile, and by whom: for the business manager',
    query: BoardChangesQuery,
    status: 200,
    response: BoardChanges,
  },
  listTrail: {
    method: 'GET',
    path: '/api/audit/lines',
    summary: 'What was done, or what was read: for the auditor, in pages, without anybody’s words',
    query: TrailQuery,
    status: 200,
    response: TrailPage,
  },
  checkChain: {
    method: 'GET',
    path: '/api/audit/chain',
    summary: 'Whether what was kept about one record is as it was kept: for the auditor',
    query: ChainQuery,
    status: 200,
    response: ChainState,
  },
  listNotDelivered: {
    method: 'GET',
    path: '/api/messages-not-delivered',
    summary: 'People the bot cannot write to, and why: for the business manager',
    status: 200,
    response: NotDelivered,
  },
} as const satisfies Record<string, Operation>
