import { askingSamples } from './samples/asking-samples.ts'
import { dialogSamples } from './samples/dialog-samples.ts'
import { keepingSamples } from './samples/keeping-samples.ts'
import { proposedSamples } from './samples/proposed-samples.ts'
import { raisingSamples } from './samples/raising-samples.ts'
import { recordSamples } from './samples/record-samples.ts'
import { reportSamples } from './samples/report-samples.ts'
import { reviewSamples } from './samples/review-samples.ts'
import type { Wording } from './samples/sample-board.ts'
import { AS_WRITTEN } from './samples/sample-board.ts'
import type { CardSample } from './samples/sample-world.ts'
import { sampleWorld } from './samples/sample-world.ts'
import { talkSamples } from './samples/talk-samples.ts'
import { formSamples, triageSamples } from './samples/triage-samples.ts'
import { waitingSamples } from './samples/waiting-samples.ts'

/**
 * Every card the bot can send, made by its real maker, with people's words where people write. For
 * the gallery, the list of cards and the tests.
 */
export function cardSamples(wording: Wording): readonly CardSample[] {
  const world = sampleWorld(wording)
  return [
    ...talkSamples(world),
    ...raisingSamples(world),
    ...keepingSamples(world),
    ...askingSamples(world),
    ...dialogSamples(world),
    ...reportSamples(world),
    ...triageSamples(world),
    ...formSamples(world),
    ...proposedSamples(world),
    ...recordSamples(world),
    ...reviewSamples(world),
    ...waitingSamples(world),
  ]
}

export const CARD_SAMPLES: readonly CardSample[] = cardSamples(AS_WRITTEN)
