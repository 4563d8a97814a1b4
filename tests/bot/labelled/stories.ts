import { lines } from './lines.ts'

/**
 * Short messages that tell something, or answer a question of a report: none may be taken for a
 * question or a wish to the bot. Many hold the very words of one.
 */
export const STORIES: readonly string[] = lines(`
  my manager is never there when we need to escalate
  my manager told us to skip the second check
  the manager is the only one who knows the rota
  my manager stopped the visit and rang the family
  its my manager who noticed in the end
  my manager is brilliant at this
  the problem is my manager has three teams to cover
  my team leader is off sick and nobody covers
  mum asked me to call her back and i forgot
  nobody would call me back from the ward
  she said call me if he turns up and then did not answer
  told to ring back monday
  rang three times and no one called me back
  call handler read the address back
  the child asked who will see this and nobody could say
  mum asked is this anonymous and was told yes
  the caller stayed anonymous so we could not ring back
  anonymous call about a baby left alone, logged and not passed on
  an anonymous letter came in and was binned
  the form went out with the wrong name shown
  his name was shown on the waiting room screen
  my name was on the wrong rota
  they took my name off the rota without telling me
  another familys name was on the letter
  took the name off the board after clinic
  the report was deleted by mistake
  somebody deleted my report from the shared drive
  my report was never read out at conference
  report sent to the old address
  the referral was withdrawn without asking
  the referral sat in an inbox for nine days
  referral made to mash but no reply
  made a referral and heard nothing
  no referral was made after the second bruise
  social care said this is not a referral
  i changed my mind about the dose after checking the chart
  mum changed her mind about the visit and we did not ask why
  dad changed his mind at the last minute
  he changed his mind and let me in
  i feel something is wrong in that house
  i feel the handover is too short
  i feel uneasy about the new boyfriend
  dad said he feels terrible about this
  mum said she feels guilty and cant cope
  i felt awful leaving her there
  i cant sleep for thinking what if nobody had checked
  the baby cant sleep because of the noise
  mum is really upset and says dad will be back
  the girl was really upset after contact
  child said im not ok and nobody asked why
  what do you mean asleep, said the nurse, and looked again
  the letter did not say what it meant
  we did not understand the new form
  dont understand why the visit was cancelled
  i dont understand why nobody rang the school
  she did not understand the consent form
  nobody explained the plan to the foster carer
  the interpreter could not explain it
  for example the last three visits were all cancelled
  wanted to talk to somebody at the school but the line was dead
  i wanted to talk to someone in social care and could not get through
  she wants to talk to somebody about her stepdad
  he asked to speak to a real person and got a recording
  i could not speak to the child alone
  spoke to the duty worker who had no notes
  who gets the discharge letter is not clear
  who reads the overnight emails? no one did
  nobody knew who was going to read the fax
  who will see the child is decided on the day
  who does the visit when i am on leave, nobody knew
  where does the form go, three people gave three answers
  we were told it would go to the gp
  does anyone check the fridge temperatures? no
  could have been given the wrong vaccine
  the child could have been sent home with dad
  two babies could have been mixed up
  the wrong child could have been discharged
  a colleague noticed the date of birth
  the pharmacist rang to query it
  luck
  pure luck really
  the mum spotted it
  mum noticed
  the second checker
  a phone call
  the receptionist knew the family
  someone asked
  i rang to check
  the school nurse
  every family on that list
  all the clinics on a friday
  anyone with the same surname
  any child on two lists
  not sure, maybe every ward
  other babies on the ward
  the night staff
  bank staff mostly
  time in the diary
  one worker throughout
  my manager
  my manager backed me
  my colleague
  a good handover
  everyone turned up
  quiet room and no rush
  they listened to her
  the health visitor went twice
  we rang the dad as well
  staff were kind
  the rota was read aloud
  good team meeting
  the foster carer kept a diary
  the new form
  the computer was down
  no interpreter booked
  too many cases
  no time between visits
  visits always cancelled on the day
  baby not weighed for six weeks
  mum never in when i call
  i call every week and mum never answers
  dad answers for her every time
  the house was too quiet
  something about the dad
  he watches her when she talks
  bruise on the arm, story kept changing
  mum has a black eye again
  child came in with the same clothes all week
  he is always hungry
  child left at nursery again
  no one collected him
  missed three appointments
  did not attend again
  letter sent to the wrong address
  two letters mixed up
  same name same birthday
  wrong file opened
  email went to the wrong school
  nobody told the school
  the police were not told
  we were not told he had moved back in
  moved in with a new partner, no checks
  he took it back and gave her the right one
  got rid of the old forms at last
  cancelled my visit because of the snow
  lost my job share so visits doubled
  blamed for the delay
  the trainee got in trouble for asking
  they said we would get in trouble if we rang
  it was used against her in court
  someone else was sent instead
  sent it to someone else by mistake
  never mind the form, nobody was in
  forgot it on the desk
  forgot the consent form
  i shouldnt have sent that letter without checking
  on second thoughts she looked frightened
  what if the senior had not been on shift
  is there a number for out of hours, nobody could say
  the number on the leaflet is wrong
  the phone number was out of date
  i asked can someone ring mum and nobody did
  please call mum it said on the note but nobody did
  give me a call said the note with no number
  phone me it said
  are you a real person asked the boy in the chat
  the parent said dont put my name on it
  she said dont tell my manager
  no name on the form
  names swapped
`)

/** Written after the lists of words. */
export const NEW_STORIES: readonly string[] = lines(`
  i told my manager and she sorted it
  my manager and i spoke about it
  who was going to collect him was not agreed
  the gp would not call me back
  i had to call the police
  we had no number for dad
  what happened next was the phone rang
  they changed their mind about the plan
  i feel we could have done more
  this happened because the form was wrong
  can not get through to the duty team
  is there a plan for the baby? nobody knew
  the school did not know who to call
  no example of the form in the pack
  name and address read out in the waiting room
  we should have referred sooner
  i should have referred it sooner
  did not refer because we thought school had
  they refer and we never hear back
  her name was not on the list
  i read it wrong
  the whole team missed it
  we all thought someone else had called
  i thought someone else would call
  somebody else had already called them
  no one reads these emails at the weekend
  i could not talk to her with him there
  she could not speak to me
  i want the new form to be shorter
  can you believe they closed it
  would have been the wrong baby
  it was stopped by the pharmacist
  i stopped it
  i asked again
  my own check
  i looked at it again
  it did not feel right
  i cant say why
  not sure really
  same thing could happen again
  could happen to anyone
  anyone on the list
  whoever is on call
  people on leave
  all of them
  my team
  the manager
  work was quiet
  more time
  we need more time with them
  need a new form
  i need help with the form
  to be asked first
  they need to talk to each other
  we need to talk to each other more
  people need to talk to each other
  talk to the family first
  call first
  call the parent first
  someone should call the family
  i should have called
`)
