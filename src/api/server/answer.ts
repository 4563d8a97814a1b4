import type { Response } from 'restify'
import type { Problem } from '../../contract/common.ts'

// sendRaw, because restify's `send` chooses a format by the Accept header and may answer 406.
const sendText = (res: Response, status: number, type: string, body: string | Buffer) => {
  res.setHeader('Content-Type', type)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.sendRaw(status, body)
}

export const answerJson = (res: Response, status: number, body: unknown): void =>
  sendText(res, status, 'application/json; charset=utf-8', JSON.stringify(body))

export const answerProblem = (res: Response, problem: Problem): void =>
  sendText(res, problem.status, 'application/problem+json; charset=utf-8', JSON.stringify(problem))

export const answerText = (res: Response, status: number, text: string): void =>
  sendText(res, status, 'text/plain; charset=utf-8', `${text}\n`)

/** Any other content: pages, scripts, pictures. */
export const answerBytes = sendText

export const redirect = (res: Response, to: string): void => {
  res.setHeader('Location', to)
  answerText(res, 302, `See ${to}`)
}
