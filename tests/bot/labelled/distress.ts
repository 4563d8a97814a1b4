import { lines } from './lines.ts'

/** About the writer: support is named at once. */
export const DISTRESS: readonly string[] = lines(`
  I want to kill myself
  cant do this any more
  I feel like hurting myself
  i cant go on
  i cant cope anymore
  i dont want to be here any more
  i want to die
  i just want it all to stop
  im thinking of ending it
  thinking about ending my life
  i wish i was dead
  i'd be better off dead
  everyone would be better off without me
  there is no point in going on
  i have nothing to live for
  i am suicidal
  ive been having suicidal thoughts
  i keep thinking about suicide
  i self harm
  I might do something stupid
  i can't take this any more
  I cannot carry on like this
  i feel worthless
  im at breaking point
  after that case i feel like hurting myself
  i dont want to wake up
  honestly i am done with life
  i could jump in front of a train, i feel like jumping off the bridge
`)

/** Said by or about somebody else, or of something else: no word about support. */
export const NOT_DISTRESS: readonly string[] = lines(`
  she said i want to kill myself
  the boy told me he wants to die
  a child whispered i dont want to be here any more
  he texted i cant go on
  i cant do the visit on monday
  i cannot take this to the meeting without the file
  i cant go on the training because of cover
  we cant do this without an interpreter
  i dont want to be the only one who knows
  i want the waiting list to stop growing
  the girl has been cutting herself
  we were at the end of the list
  i feel the plan is hopeless
  nobody would notice if the form was missing
`)
