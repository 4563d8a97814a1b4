import { lines } from './lines.ts'

/** An ordinary day in words that can also mean danger. */
export const EVERYDAY_CALM: readonly string[] = lines(`
  mum asked which jab it was
  he was due his second jab on friday
  the nurse gave him the wrong jab
  she had her jabs at the gp
  they booked the flu jab for both of them
  mum rang about the baby jabs
  he had a shot of the vaccine
  she has had her flu shot
  she was on a drip when we came
  he needed stitches after football and mum took him straight in
  his stitches come out on friday
  her stitches are healing well
  mum was given burn cream by the pharmacist
  they hit the target for eight week checks
  she hit her target in speech therapy
  he hit his milestones
  we hit a wall with the referral and she was not told
  her blood sugar was written on the wrong chart
  the wrong needle size was in her pack
  the syringe was labelled with his name but held her dose
  he was given the wrong pills by the pharmacy and it was caught
  the nurse gave her two tablets instead of one and rang at once
  the name matches hers on the list
  his date of birth matches another child on the system
  they were dealing with two families of one name
  the social worker dealing with her was on leave
  mum takes folic acid and it was not on the record
  she asked for head lice advice
  he has head lice and school rang mum
  the test strip was out of date and she noticed
  we need explicit consent from mum and had none
  her passport was copied to the wrong file
  his appointment tracker was not filled in
  the meeting was dragged out and they left early
  she was dragged into two meetings
  i grabbed a coffee with her after the visit
  he grabbed the wrong folder
  the computer crashed while she was writing
  the plan collapsed because they never met
  he has hay fever and sore eyes
  her nipples are sore from feeding and she got good advice
  he has a sore throat so mum kept him home
  the health visitor said the swelling after the vaccine is normal for her
  her ankle was swollen from netball and she went to the gp
  he fainted at the sight of the vaccine and was fine
  she vomited after the school dinner and mum fetched her
  he was sick on monday so the visit was moved
  she was weighed on the wrong scales
  he lost weight on the chart because the scales were changed
  the cut off date was missed and they were not told
  her cut off for the nursery place is friday
  funding was cut and they lost the group
  they cut the waiting list by half
  she cut the cake at the farewell
  she cut me off on the phone
  he got cut off while ringing the front door
  he shot up ten centimetres and his chart was wrong
  we took a shot at a joint visit and they liked it
  she gave a shout out to the team for him
  the team smashed their target
  she smashed her exam after the support
  we pinned the rota on the board for them
  they were struck by how kind the teacher was
  he kicked off the meeting with a good question
  she kicks off each huddle with what went well
  he was knocked back by the panel for funding
  mum was knocked back twice for housing
  he was off with chicken pox and has scars
  his chickenpox blisters were healing and mum had cream
  her eczema was sore and the cream was on the wrong list
  he has a burn mark from the iron that was seen and recorded and explained at a&e last year
  she burnt the toast and the alarm went off while they were visiting
  the battery was dead in her tablet so nothing was saved
  the line went dead while she was talking to the duty team
  the strip light was broken in her office
  they use a stranger danger lesson that the children liked
  he asked about the knife and fork skills of the toddler
  her glasses were broken so she could not read the plan
  he wears glasses and the letter was in small print
  mum had a drink of water while we talked
  the bath seat leaflet was given to her
  he was the lead for the gang injunction meeting and nobody told us
  they ran out of vaccine and rang mum to rebook
  she ran off copies for both of them
  his record was locked and she could not open it
  she was locked out of the system so the note was late
  he was shut out of the meeting by a wrong link
  the child was seen alone at the visit as planned
  we saw her alone and she talked happily
  they left the form at home
  she went home alone from the training
  mum is expecting and is booked with the midwife
  she is pregnant and booked late because the letter went astray
  her pregnancy notes were given to another mum
  the pregnant mum was not told of the drop in
  the baby was born at term and they forgot the red book
  his secret santa present was wrapped
  we were told in secret ballot who they chose
  he was released from the meeting to cover the desk
  she was released from clinic to write the plan
  the police officer arrested by the delay apologised to them
  she works for them two days a week
  they owe us a reply to her referral
  i owe her a call back
  he goes to his dad at weekends and the letter went to mum only
  the letter was sent to dad instead of mum
  the letter to mum was sent to him by mistake
  her phone is off on her days off so nobody answered
  they had a row of chairs ready for the parents
  the second row was wrong in her spreadsheet
  she was touched by the thank you card
  we touched base with her gp
  he got in touch with the school nurse
  the touch screen did not work for her
  she beat me to it and rang the school
  he beat the deadline by a day
  they are fighting for funding for the group
  her bail conditions were on the wrong file
  the order was signed and she filed it under the wrong name
  i was worried about them getting the wrong letter
  mum does not add up the sessions on the form
  the figures dont match in her report
  his weight does not match the chart
  the dates do not fit with her diary
  he was not seen at the eight week check because we had no slots
  she was not brought to the hearing test because the letter went to the old house
  they did not come to the meeting because the link was wrong
  mum cant find the clinic
  she could not find the file
  i cant find her red book
  he did not respond to my email
  they never responded to the letter
  she is not responding to emails as she is on leave
  she is gone on maternity leave and nobody took her cases
  he has gone to another team
  they have gone over to the new system and the alerts are lost
  dad walked out happy with his plan
  she walked off with my pen
  they were looking for her file all morning
  mum is looking for a nursery place
  he asked if the medicine was stopped on purpose or by mistake
  the inhaler technique was taught to her again
  his inhaler was out of date in the school office
  her insulin was kept in the wrong fridge and the school nurse saw it
  the ambulance service sent us her notes in error
  the epipen was in his bag as it should be
  he has a nut allergy and the plan was missing from the kitchen
  mum wants to know the results of the blood test
  the blood sample of her baby was labelled with another name
  the heel prick card was lost and had to be done again for the baby
  a drop of blood was enough for the test and she hardly noticed
  the screen was frozen while she typed
  they were freezing in the waiting room because the heating was off
  he had no coat peg with his name
  she was hungry for more training after the day
  the hot water was off at the clinic so they were moved
  the water bottle leaked on her notes
  they set up a whatsapp group and somebody posted her name
  photos of the children were put on the nursery page without consent
  she sent one to the wrong parent
  the pictures from the trip were sent to all parents including him
  the camera was left on during her meeting
  the video of the training was shared with them
  he met them online for the review because of snow
  we met the family online
  she messaged the team late about the rota
  they talked at night about the handover
  the hotel meeting room was next to a wedding and they heard all
  the bridge meeting was cancelled and they were not told
  the train was late so she missed the conference
  the vaccine fridge alarm went and she rang the pharmacy
  mum had a tooth out and the drip was on the wrong side
  he has plasters on his knee from playground football
  the physio strapped her ankle and sent us the wrong letter
  her plaster cast comes off on monday and transport was not booked
  he was given gas and air at the dentist
  the dose was double what was on his chart and the nurse caught it
  she was bitten by a gnat and the cream went to the wrong house
  he tripped on the step at nursery and they filled in the form
  she scraped her knee and the first aid book was not signed
  the twins got each other's red book
  we lost an hour looking for her notes
  they were slammed in the press for the wait
  she struck a good balance between the two parents
  the child minder register was out of date and she rang us
  they shot down my idea in the meeting
  he punched in the wrong date of birth
  she hammered out a plan with the school
  their plan is bulletproof
  it was a killer rota for them
  the deadline is killing her
  we are drowning in referrals and she knows it
  they were flooded with forms
  he choked up when she thanked him
  she is dying to hear how the review went
  my laptop died when i was with her
  he burned the candle at both ends
  we are firefighting and nobody tells her
  the school bombed its inspection and they are gutted
  she was thrown in at the deep end without an induction
  they threw the old form out and he used it
  he was thrown by the new form
  the rota was torn up and she was not told
  her bag was snatched by the wind
  the fire drill was held while she was feeding
  smoking advice was given to mum
  the alarm clock app helped him take his tablets
  her hearing aid battery was swallowed up by the sofa
  mum takes methadone as prescribed and the pharmacy was closed without notice to her
  the needle phobia nurse helped him with his vaccine
`)

/** The same words where they do. */
export const EVERYDAY_DANGER: readonly string[] = lines(`
  mum jabbed him with a fork
  he jabs her in the ribs
  she was jabbed at with a broken bottle
  dad gave him a jab in the ribs and he winced and has a mark on his back
  he burnt her arm with the iron
  mum held his hand on the hob and it is burnt
  he hit her with the target board
  he keeps hitting her
  she smashed a plate over his head
  he smashed up her room
  the boy was playing with matches near the baby
  mum was injecting with a needle beside the baby
  there were needles on the floor by the cot
  he gave her pills to make her sleep
  she has taken the wrong pills on purpose
  he says he will throw acid at her
  he made her strip
  he has explicit pictures of her
  dad hid her passport
  he put a tracker on her car
  he dragged her out of the car
  she was dragged into a van
  he grabbed her by the throat
  the baby collapsed at nursery
  her bottom is sore and she will not say why
  her hand is swollen and mum will not say why
  the boy fainted and mum will not call anyone
  his story does not match the injury
  the explanation does not fit and mum keeps changing it
  she cut her arm in the toilets
  he threatened to cut her face
  he pinned her to the wall
  dad kicked off and smashed the door with the kids there
  the baby is freezing in the car
  he has no coat and it is snowing
  she is always hungry and eats from bins
  she is thirteen and pregnant
  my pupil is pregnant and she is twelve
  he told her to keep it secret
  uncle touched her
  she was touched by her uncle
  he beat her with a belt
  they were fighting with knives
  he is fighting for his life
  mum cant find her anywhere
  i cant find her
  he is not responding
  the baby did not respond to her voice
  she has gone and nobody knows where
  he walked out of school and his phone is off
  they are looking for her with bats
  she was sent back to him
  the baby was given to dad who is drunk
  he met her online and wants pictures
  she met him online
  he pulled her into a hotel
  she is on the bridge
  he was released from prison and went to her house
  his inhaler was taken from him as punishment
  mum refuses his insulin
  dad will not call an ambulance
  he owes a dealer and they came to the house
  they had a row and he hit her
  he locked her out in the rain
  she was locked out of the house all night
  they run out of food and the kids are starving
  he ran off with the baby
`)
