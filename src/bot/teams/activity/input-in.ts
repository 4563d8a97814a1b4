import type { Activity } from 'botbuilder'
import { ActivityTypes } from 'botbuilder'
import type { Input } from '../../talk/turn.ts'
import { fieldsIn } from './fields-in.ts'
import { nodeIn, textIn } from './node-in.ts'
import { pickedIn, saidIn } from './words-in.ts'

function invoked(activity: Activity): Input | undefined {
  const value = nodeIn(activity.value)
  switch (activity.name) {
    case 'adaptiveCard/action': {
      const action = nodeIn(value['action'])
      return { type: 'pressed', verb: textIn(action['verb']), fields: fieldsIn(action['data']) }
    }
    case 'composeExtension/fetchTask': {
      const { words, hasFiles } = pickedIn(nodeIn(value['messagePayload']))
      return { type: 'dialogOpened', said: words, hasFiles }
    }
    case 'composeExtension/submitAction': {
      const fields = fieldsIn(value['data'])
      return { type: 'dialogSent', verb: fields['verb'] ?? '', fields }
    }
    default:
      return undefined
  }
}

function sent(activity: Activity): Input {
  const fields = fieldsIn(activity.value)
  // A client that does not know how to send a button sends it as a message with a value.
  if (fields['verb'] !== undefined) return { type: 'pressed', verb: fields['verb'], fields }
  const { words, hasFiles } = saidIn(activity)
  return { type: 'said', text: words, hasFiles }
}

/** What somebody did, in our words; `undefined` for what does not concern the bot. */
export function inputIn(activity: Activity): Input | undefined {
  switch (activity.type) {
    case ActivityTypes.Message:
      return sent(activity)
    case ActivityTypes.Invoke:
      return invoked(activity)
    // Teams says twice that the bot was added, as a member and as an app. The bot greets once, and
    // not again when the app was updated.
    case ActivityTypes.InstallationUpdate:
      return activity.action === 'add' ? { type: 'greeted' } : undefined
    case ActivityTypes.MessageUpdate:
      return nodeIn(activity.channelData)['eventType'] === 'undeleteMessage'
        ? undefined
        : { type: 'changed', how: 'edited', text: saidIn(activity).words }
    case ActivityTypes.MessageDelete:
      return { type: 'changed', how: 'deleted', text: '' }
    default:
      return undefined
  }
}
