import { lines } from './lines.ts'

/**
 * Written before the words of danger were last widened, but by the same hand, so they flatter the
 * rule: `danger-later.ts` says more of what it does with words that nobody has collected.
 */
export const UNSEEN_DANGER: readonly string[] = lines(`
  mum rang crying, he has gone for her again in front of the kids
  yp says his stepdad put his hands round his throat
  a lad in year 9 came in with a split lip and wont say who did it
  the childminder lost her temper and yanked his arm
  the baby keeps being sick and is hot and they havent taken him anywhere
  he has ripped the door off to get at her
  little girl told me daddy plays secret games in the bath
  she whispered that grandad makes her sit on his lap and it feels bad
  theres an eighteen year old messaging her for photos
  someone is blackmailing him with a video
  a car picks her up outside the home every night and she comes back with new trainers
  she is thirteen and her boyfriend is twenty four
  he came to school stinking of weed and had a wad of cash and two phones
  two older boys made him carry a package
  they have threatened his mum if he stops running for them
  he owes them money and they are coming round
  the dad said over the phone he would put her in the ground
  mum says she cant cope and is afraid of what she might do to the baby
  mum said she feels like walking into the sea with them
  mother keeps saying the baby is evil and has to go
  dad hears voices telling him about the children
  grandma found her passed out with the toddler next to her
  there were needles on the floor where the baby crawls
  the flat has no electric and a newborn in it
  six year old looking after two babies while mum is out
  the kids were asleep in the car outside the pub
  no adult in the house and the three year old opened the door
  dad drove off with her after contact and has not brought her home
  the child was not collected and we cant reach anyone
  she walked out of the placement an hour ago with no coat
  we cannot find him anywhere in the building
  he climbed out of the window and has gone
  she is on the bridge
  shes texting me that this is goodbye
  he told his friend he wont be here on monday
  she has been burning herself with a lighter
  there are fresh scars up both her arms
  she drank half a bottle of vodka and i cant rouse her
  ambulance on its way, baby is blue
  the baby stopped breathing for a bit and is ok now
  toddler pulled a pan of boiling water over himself
  a dog has gone for the little boy
  he fell from an upstairs window
  child nearly drowned in the bath while mum was on her phone
  three month old with a broken collarbone
  nursery saw finger shaped bruising on her upper arm
  a ring of round burns on his back
  the story about how he broke his leg does not add up
  both eyes blackened
  he flinches whenever anybody lifts a hand
  she hides under the table when his dad comes
  he begged me not to send him home
  she wet herself when she heard he was coming to fetch her
  she said if i tell you he will hurt my mum
  child said my dad gets angry and then i have to hide
  please dont let him take me, she kept saying
  he locks the fridge and she eats from bins
  she weighs less than she did in june and is always hungry
  he sleeps in the shed as a punishment
  they tie him to the bed
  they shut her in a cupboard when visitors come
  he made them stand in the garden in the snow
  the foster carer smacked her
  the ta dragged him across the classroom
  a member of staff was alone with her with the door locked
  a coach has been giving her lifts and messaging her at midnight
  the teacher kissed a pupil
  staff member restrained him face down
  one of our workers shouted at and shoved a resident child
  a volunteer has been arrested for images
  he has indecent pictures on his phone
  she found a hidden camera in the bathroom
  her cousin gets in bed with her
  he showed her porn
  she has an infection you only get one way and she is nine
  she is ten and thinks she might be pregnant
  she says she has to get married when they fly out on saturday
  they are flying out tonight and she will not be coming back
  auntie said she will be cut over the summer
  she was told she brought shame on the family and her brothers are looking for her
  he has tracked her phone and turned up at the refuge
  he is outside banging on the door
  hes got in through the back
  he is not allowed near them and he was in the kitchen when we came
  the non molestation order was ignored last night
  he has been released and she does not know
  he knows the address now
  neighbour says there was a terrible row and smashing glass
  police were called to the address three times this week
  there is a gun under the bed
  he brings a screwdriver to school for protection
  the boy had a machete down his trousers
  a group followed them home with bats
  he was jumped by five of them and they said next time is worse
  they set fire to the letterbox
  acid was thrown at his brother
  he said he would douse her in petrol
  he poured bleach on her
  mum crushed tablets into his milk
  she keeps giving him something to make him sleep
  they refuse to give her the insulin
  he is having an asthma attack and they will not call anybody
  she is diabetic and they have stopped the injections
  the tube was out and nobody fed him all day
  carer left him strapped in the chair for hours
  he is strapped in the buggy all day
  she is fourteen and sleeping on the night bus
  they have been evicted and are in a tent with a newborn
  a stranger has tried to take a child from the playground
  a man was watching the children and taking pictures through the fence
  she met him on snapchat and has gone to his
  he asked her to send one in her underwear
  he said he will share it if she tells
  she is at a hotel with men we dont know
  her phone is off and she was getting in a taxi with an older guy
  he keeps pouring drink down her
  dad is off his face and in charge of a two year old
  mum is on crack and the baby is in the bed
  i could smell gas and there were kids inside
  the baby was face down under a blanket
  he sat on the baby
  she squeezed the baby because he would not settle
  he was throwing toys at the newborn
  she rammed the pram into the wall with him in it
  dad flung the cot
  he held a pillow over him
  dad put his foot on her head
  she pulls her hair out in clumps
  mum bit him
  i am really frightened for these children
  something terrible is about to happen to that child
  someone needs to go there now
  can the police get there before he does
  these children need to be out of there today
  i dont think he will make it through the night
  if nobody goes round she will be dead by morning
  it is going to end badly tonight
  help, he is here
`)

/** The same for words that press nothing: how often a reminder comes that nobody needed. */
export const UNSEEN_CALM: readonly string[] = lines(`
  the strategy meeting was moved twice and nobody told health
  the referral form asks for the same thing three times
  we could not open the attachment
  a new worker was not told about the plan
  no one took minutes at the core group
  the duty line rang out for twenty minutes
  the school did not know the family had moved
  the interpreter was a cousin and that felt wrong
  mum said nobody had explained the plan to her
  the father was not invited to the conference
  the child was not asked what he thought
  two agencies had different dates of birth
  the plan said weekly and the visits were monthly
  we learnt more from the grandmother than from the file
  the health visitor spotted it because she read the old notes
  the nursery worker noticed and rang
  a good conversation with dad changed the whole plan
  everyone round the table said what they really thought
  the paediatrician explained it in plain words
  the chair let the young person speak first
  the supervisor asked the right question
  a week of cover made all the difference
  we were short of staff over christmas
  the case was passed between teams four times
  thresholds are read differently in the two towns
  the escalation policy is not known on the wards
  escalated and heard back within the hour
  i was told it is not our job
  the wrong weight was written on the chart
  dose was worked out in pounds and somebody caught it
  the allergy was not on the wristband
  the wrong child was called from the waiting room
  the discharge letter went to the old practice
  the sleep advice leaflet is only in english
  the fire drill took too long
  the gate was left open and closed by the caretaker
  the visitors book is not signed
  the dbs check took ten weeks
  the agency worker had no login
  the laptop died in the middle of the visit
  the system was down all morning
  a password was on a sticky note
  an email went to the whole list
  the minutes named another family
  files were left on the bus and handed in
  nobody chairs the meeting now that she has left
  the police were late to the conference
  the police shared what they had and it helped
  the police officer was patient with the boy
  the ambulance crew rang to tell us how it went
  the ambulance form is two pages long
  the knife crime lesson went down well
  training on self harm is fully booked
  the domestic abuse course was cancelled
  neglect toolkit is not used by the school
  the exploitation screening tool is too long
  the missing from home protocol is out of date
  the suicide prevention training helped me to ask
  the leaflet about online safety is good
  the water was off at the centre
  the heating in the contact room is broken
  the family came early and we were not ready
  the twins have settled in the new school
  the boy told us about his football and laughed
  she asked for her social worker to ring her
  he wanted to know who decides
  the little girl drew a picture of the meeting
  mum thanked us for being straight with her
  dad said he felt heard
  the grandparents were left out of the plan
  the carers were given no notice of the move
  a sibling was placed in another county
  contact was cancelled again with no reason given
  the taxi came to the wrong door
  the escort did not have the telephone number
  a new baby was born and nobody updated the record
  the midwife handed over well
  the gp reads the letters and rings us
  the gp did not send a report
  the chaperone policy was followed
  there is nowhere private to talk at the clinic
  we talk about the family in the corridor
  the open plan office is too loud to ring families
  two of us went and it was better
  lone working policy was followed
  i was alone on shift and it was quiet
  nobody checked on me after the visit
  the dog was friendly and the flat was warm
  the house was clean and the baby was asleep
  the baby was weighed and is fine
  the toddler played and mum joined in
  she has started college and is doing well
  he is back at school after the holidays
  the plan ended and the family said goodbye
  we said goodbye to a good colleague
  i feel the meeting was rushed
  something in that meeting felt off
  i am uneasy about how the decision was made
  worried about how many cases we carry
  worried that the new form hides things
  afraid the change of rota will not last
  the pressure on the front door is too high
  targets are killing the quality
  it was a shot in the dark and it worked
  we hit the target for visits
  the handover cut out half way
  the budget was cut and the group ended
  burn out in the team
  the team is struggling with the new rota
  a near miss with the fridge temperatures
  the vaccine was out of date and caught in time
  the wrong twin was called and the mother said so
  the hoist was checked and found faulty before use
  the car seat was in wrong and we put it right
  the bath temperature was checked and was fine
  the window lock was reported and mended
  the stair gate was fitted the next day
  the drugs cupboard key was on the wrong ring
  the sharps bin was full
  the panic alarm was tested and did not ring
  the child protection plan was sent to the wrong school
  the conference papers came an hour before
`)
