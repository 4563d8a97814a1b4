import type { Activity, TurnContext } from 'botbuilder'
import { ActivityTypes, CardFactory, TurnContext as Turns } from 'botbuilder'
import type { Account } from '../../domain/board/directory.ts'
import { personOf } from '../../domain/board/directory.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { beginning, oneLine } from '../../domain/words/text.ts'
import { whoIs } from '../../usecases/board/who-is.ts'
import { boardNow } from '../../usecases/records/context-now.ts'
import { sayRefusal } from '../../usecases/say-refusal.ts'
import type { CardJson } from '../cards/render-card.ts'
import { actingAs } from '../talk/act-as.ts'
import type { BotDeps, Caller, Input, TurnAnswer } from '../talk/turn.ts'
import { accountIn, deliveryKey } from './activity/account-in.ts'
import { inputIn } from './activity/input-in.ts'
import { isOfExtension, isPrivate, isRemoval } from './activity/where.ts'
import { answerTurn } from './answer-turn.ts'
import { ConnectorRefusal } from './connector-client.ts'
import type { LocalChat } from './local-chat.ts'
import { createSaidAgain } from './said-again.ts'
import type { Door } from './turned-away.ts'
import { whyNot } from './turned-away.ts'

export interface TeamsBotOptions extends Door {
  /** Takes the error of a defect, returns the short reference that the person is told. */
  readonly onDefect: (error: unknown) => string
  readonly localChat: LocalChat | null
}

const NOT_HERE = 'This bot is not available to your organisation. Ask whoever told you about it.'
const NO_GUESTS =
  'You are here as a guest, and guests cannot use this bot. Switch to your own organisation in Teams.'
const ONE_TO_ONE =
  'Please open a chat with me alone: I never talk about reports where others read. I have kept nothing of this. To take a message with you, choose “Raise as observation” on it.'
const NOT_TAKEN =
  'Teams did not take my answer just now. What you did is kept: press again to see it.'
const LEFT = 'The board office has noted that you have left. Ask them if that is wrong.'

const card = (content: CardJson, summary: string): Partial<Activity> => ({
  type: ActivityTypes.Message,
  attachments: [CardFactory.adaptiveCard(content)],
  summary,
})

/** Turns activities of the channel into turns, and their answers into activities. */
export function createTeamsBot(deps: BotDeps, options: TeamsBotOptions) {
  const { onDefect, onTurnedAway, localChat } = options
  const once = createSaidAgain(deps.digest)
  function sentenceAbout(error: unknown): string {
    // The operator hears of a store out of reach from here, too.
    if (isRefusal(error, 'unavailable')) onDefect(error)
    if (isRefusal(error)) return sayRefusal(error)
    const reference = onDefect(error)
    return error instanceof ConnectorRefusal
      ? NOT_TAKEN
      : `Something went wrong on our side. What you have told me is kept. Try again, or quote ${reference} to the board office.`
  }
  return async function onTurn(context: TurnContext): Promise<void> {
    const { activity } = context
    const input = inputIn(activity)
    const account = accountIn(activity)
    const refuse = (sentence: string) => answered(context, sentence)
    // The person who did something is answered first. Others hear of it afterwards.
    let isNews = false
    const answering = {
      ...deps,
      nudge: () => {
        isNews = true
      },
    }
    const hindrance = whyNot(activity, account, options)
    if (hindrance) onTurnedAway?.(hindrance)
    if (!account || hindrance) return refuse(hindrance === 'bot-guest' ? NO_GUESTS : NOT_HERE)
    if (!isPrivate(activity) && !isOfExtension(activity)) return refuse(ONE_TO_ONE)
    try {
      const caller = await callerFor(deps, account, activity)
      if (!caller) return await refuse(LEFT)
      if (isRemoval(activity)) return await forget(deps, caller, activity)
      if (!isOfExtension(activity)) await remember(deps, caller, activity)
      if (!input) return await answered(context, null)
      // A delivery without an id of its own cannot be told from another.
      const key = deliveryKey(activity, account) ?? deps.newId()
      const answer = await once({ key, caller, input }, (turn) => answerTurn(answering, turn))
      await give(context, input, answer)
      await localChat?.answered(account, { hasForm: hasForm(answer) })
    } catch (error) {
      // The channel did not take the answer. It is kept, and given when the activity comes again.
      if (error instanceof ConnectorRefusal && activity.type !== ActivityTypes.Invoke) throw error
      await refuse(sentenceAbout(error))
    } finally {
      if (isNews) deps.nudge()
    }
  }
}

const hasForm = ({ say, replace }: TurnAnswer): boolean =>
  [...say.map(({ card }) => card), replace].some((one) => JSON.stringify(one).includes('"Input.'))

/** The person behind an account. In local mode, the one the account acts as. */
async function callerFor(
  deps: BotDeps,
  account: Account,
  activity: Activity,
): Promise<Caller | undefined> {
  const board = await boardNow(deps)
  const name = beginning(oneLine(activity.from.name ?? ''), 100) || 'Somebody'
  if (!deps.localMode) {
    const actor = whoIs(board, account)
    const hasLeft = personOf(board, actor.person)?.active === false
    return hasLeft ? undefined : { account, name, actor, board, actingAs: '' }
  }
  const acting = await actingAs(deps, board, account)
  return acting && { account, name, actor: acting.actor, board, actingAs: acting.says }
}

/** Stops writing into the chat that the bot was removed from. Another chat of theirs stays. */
async function forget(deps: BotDeps, { actor }: Caller, activity: Activity): Promise<void> {
  const known = await deps.conversations.get(actor.person)
  if (known?.conversationId === activity.conversation.id)
    await deps.conversations.forget(actor.person)
}

/** Keeps up to date where the person can be written to, so that messages reach them later. */
async function remember(deps: BotDeps, { actor }: Caller, activity: Activity): Promise<void> {
  const { person } = actor
  const { conversationId, reference } = {
    conversationId: activity.conversation.id,
    reference: { ...Turns.getConversationReference(activity) },
  }
  delete reference.activityId // of this message; a later one is no reply to it
  const known = await deps.conversations.get(person)
  const plain: Record<string, unknown> = JSON.parse(JSON.stringify(reference))
  if (known && JSON.stringify(known.reference) === JSON.stringify(plain)) return
  const release = async () => {
    if (!known) await deps.deliveries.reachable(person, deps.clock.now())
  }
  // Release waiting messages twice. Before: if the program ends after `put`, nobody would look at
  // them again. After: one tried in between has gone back to waiting.
  await release()
  await deps.conversations.put(person, {
    conversationId,
    reference: plain,
    seenAt: deps.clock.now(),
  })
  await release()
  if (!known) deps.nudge()
}

async function give(context: TurnContext, input: Input, answer: TurnAnswer): Promise<void> {
  if (input.type === 'dialogOpened' || input.type === 'dialogSent') {
    // Says nothing in the chat that the dialog was opened from: others read there.
    const content = answer.dialogCard ?? answer.say[0]?.card
    return invokeResponse(context, content ? dialogOf(content) : {})
  }
  const isInvoke = context.activity.type === ActivityTypes.Invoke
  for (const { card: content, summary } of answer.say)
    await context.sendActivity(card(content, summary))
  // A button that came as a message leaves no card to replace.
  if (!isInvoke && answer.replace && answer.say.length === 0)
    await context.sendActivity(card(answer.replace, String(answer.replace['fallbackText'] ?? '')))
  if (!isInvoke) return
  const value = answer.replace ?? answer.say[0]?.summary ?? 'Done.'
  const type = `application/vnd.microsoft.${answer.replace ? 'card.adaptive' : 'activity.message'}`
  return invokeResponse(context, { statusCode: 200, type, value })
}

const dialogOf = (content: CardJson) => ({
  task: {
    type: 'continue',
    value: {
      title: 'Raise as observation',
      height: 'large',
      width: 'medium',
      card: CardFactory.adaptiveCard(content),
    },
  },
})

/**
 * One sentence, in the form that the kind of activity needs; nothing for kinds that need no answer.
 */
async function answered(context: TurnContext, sentence: string | null): Promise<void> {
  const { type } = context.activity
  if (type === ActivityTypes.Invoke) {
    const value = sentence ?? 'This is not something I can do.'
    return invokeResponse(
      context,
      isOfExtension(context.activity)
        ? { task: { type: 'message', value } }
        : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
    )
  }
  if (type === ActivityTypes.Message && sentence) await context.sendActivity(sentence)
}

/** HTTP is always 200: Teams shows "Something went wrong" for anything else. */
async function invokeResponse(context: TurnContext, body: unknown): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } })
}
