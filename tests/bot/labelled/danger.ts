import { lines } from './lines.ts'

/** Words after which people are reminded of 999 at once. */
export const DANGER: readonly string[] = lines(`
  the baby has a bruise and i think the child is in danger tonight
  he's going to hit her
  hes gonna hit her
  child is not safe
  the child isnt safe there
  i am worried about her right now
  right now i am worried about the little boy
  im scared for the baby tonight
  she is not safe at home
  they are not safe
  the kids arent safe with him
  he is at risk right now
  the baby was not breathing when we came
  child not breathing
  baby isnt breathing properly
  she took an overdose
  he has taken all her tablets
  he said he will kill her
  hes threatening to kill them
  dad has a knife
  theres a man with a knife in the house
  he is hitting the baby
  i can hear him hitting her
  he is being hit right now
  i think they will be hurt tonight
  he is going to hurt them
  she says he will hurt her when she gets home
  the child is unconscious
  she wants to kill herself
  he said he wants to die
  shes suicidal
  she is talking about ending her life
  the little one has been left alone in the house
  the children are home alone now
  a toddler is on her own in the flat
  he is on his way to the school to take her
  hes coming to get her tonight
  mum is being beaten
  shes being abused
  he is abusing her
  a child has gone missing
  she ran away and nobody knows where she is
  the boy is missing since last night
  she is bleeding
  there is blood everywhere
  baby has been shaken
  he shook the baby
  he burnt her with a cigarette
  the stepdad touches her at night
  he raped her
  she is being raped
  shes locked in a room
  the kids are locked in
  please help shes in danger
  she is in immediate danger
  i think she is at immediate risk
  emergency
  its an emergency
  should i call 999
  we had to call 999
  mum is drunk and driving them home now
  he has the baby and he is drunk
  she is terrified to go home
  he wont let her go home he has hit her before
  child has a broken arm and nobody can say how
  baby has a fractured skull
  the baby has bruises on her back
  six week old with a bruise
  he strangled her last night
  he tried to strangle mum in front of them
  they are taking her abroad tomorrow to be cut
  risk of fgm next week
  forced marriage, flight is tomorrow
  hes sending her out with drugs again tonight
  groomed by a man online she is meeting him tonight
  she is meeting him tonight
  he will be home tonight and she is frightened
  baby is floppy and blue
  he threw the baby
  punched her in the face
  kicked him down the stairs
  child says dont make me go home
  her life is in danger
  i fear for her life
  the child might die
  he has hit her again and i am scared for them
  she says dad punched her last night
  the child told me he hurts her
  baby has a mark on his face and they cant explain it
  mum has locked them out in the rain
  they are in danger
  i think hes going to do something to her
  she has cut herself
  he has cut his wrists
  a kid has been stabbed
  theres been a stabbing
  he is threatening mum with a knife
  i heard screaming and now its gone quiet
  toddler found wandering in the road
  she hasnt come home and its dark
  the girl has not been seen since yesterday
  he took the baby and drove off
  i dont think the children are safe tonight
  he is drunk and the kids are with him
  she told me she doesnt want to live anymore
  the boy said he wants to end it
  dad is coming out of prison today and knows where they live
  stepdad comes into her room at night
  he made her touch him
  the baby is lifeless
  the baby is not responding
  child is having a seizure
  she has taken something
  they are starving that child
  he smashed her head against the wall
  i think the baby has been hurt
  mum rang to say dad is smashing the house up with the kids inside
  he said if she leaves he will take the kids and she wont see them again
  child says uncle touches him
  a dad has turned up at school drunk to collect
  her mum held her head under water
  she is eight and has been out all night
  they found the toddler in the garden at midnight on his own
  the baby wont stop crying and mum says she might shake him
  mum says she could throw him out of the window
  i can hear shouting and a child crying next door
  he keeps hitting the little one with a belt
  she has cigarette burns
  the boy turned up with a swollen face
  he has handprints on his neck
  she said daddy hurts my tummy
  someone is filming the girls
  he is sending her pictures and wants to meet
  she has run off again with that older man
  the kids have had no food for two days
  there is no heating and the baby is freezing
  baby is really ill and they wont get a doctor
  mum is having a breakdown with the baby in the flat
  dad has found out where the refuge is
  he has broken his bail and is at the house
  child ingested methadone
  the little girl says she wants to be dead
  he is going to be sent back to him tomorrow
  we think he might kill them
  she is being hit as we speak
  he is hurting my sister
  the baby is not safe with her
  kids left in the car in this heat
  dad pushed her down the stairs
  she told her friend she is going to jump
  mum says she cant keep them safe
  the child is scared of going home with stepdad
  he grabbed her by the throat
  someone has followed her home two days running
  a man tried to get her into his car
  she says her brother does things to her
  they havent seen the baby for a week
  mum has taken an overdose and the kids are there
  child has a burn mark on his hand
  he has threatened to burn the house down
  he is outside the school waiting for her
  she is being forced to marry
  mum is using again and the baby was found on the floor
  the children are being beaten
  she is twelve and pregnant
  he hit his mum and she is bleeding
  dad has a gun
  a child is choking
  she is vomiting blood
  he has been beaten up by the gang
  i am scared he will kill her
  my neighbour is beating her kids
  the little boy is locked in his room all day
  baby shaken
  please send someone she is in danger
`)

/** Stories without anything that presses: few of them may bring 999. */
export const CALM: readonly string[] = lines(`
  two lists held the same name
  the form came back a day late
  right now i am worried about staffing
  right now we have no interpreter
  the team meets tonight to talk about it
  tonight i will write up the notes
  visits are always cancelled on the day
  nobody answered the telephone yesterday
  the letter went to the old address
  the rota was read aloud before anybody left
  a good handover and nobody rushed
  wrong vaccine nearly given to the second twin
  the clinic list had the same surname twice
  nobody told the school about the meeting
  social worker changed again
  the referral sat in an inbox
  the interpreter did not turn up
  we were not told he had moved back in
  something about the visit was not right
  the fridge was not checked over the weekend
  the wrong file was opened in front of a parent
  mum cancelled again and the visit was closed
  too many cases and no time between visits
  the safe sleeping leaflet is out of date
  the car seat was fitted safely in the end
  the plan kept her safe and everyone knew it
  they made sure the children were safe before leaving
  he is safe with his gran and doing well
  she is safely home now
  the danger of this form is that nobody reads it
  the risk assessment was not updated
  risk register not looked at since march
  at risk of being closed because of funding
  the hit rate on the list was poor
  the new system hit a problem on monday
  it hit me that nobody had asked the child
  hurt feelings in the team after the meeting
  the alarm on the door is broken
  the lock on the medicine cupboard is broken
  the kettle was left on
  left alone with the paperwork again
  i am on my own for the late shift
  missing page in the file
  missing signature on the consent form
  the notes were missing from the bundle
  the appointment was missed three times
  they have run out of leaflets
  ran out of time at the meeting
  the case was closed too early
  burnt out staff on the night shift
  the training on knife crime was good
  the drugs chart was wrong
  the drug round started late
  dead phone battery so nobody could ring
  killed the meeting before it started
  blood results went to the wrong ward
  the blood form had no date of birth
  thanks to the school nurse who stayed with her
  praise for the foster carer
  the health visitor went twice and listened
  everyone turned up and shared what they knew
  the school rang us the same day
  good work by the duty team
  a quiet ordinary visit that went well
  the new booking form asks for two things
  the handover sheet was too long
  the emergency contact number was out of date
  the emergency plan was read out at the meeting
  we missed the deadline by a day
  the parking at the clinic is a problem
  the mattress was delivered to the wrong house
  mum was late and apologised
  dad came to the meeting for the first time
  the baby is gaining weight and doing well
  the family is settled
  one worker throughout made the difference
  the team had ten quiet minutes to plan
  she passed her exams and thanked the mentor
  the minutes were wrong
  the email bounced and nobody saw it
`)

/** Written after the lists of words, and never used to make them better. */
export const NEW_DANGER: readonly string[] = lines(`
  mum left the kids on their own and went out
  i think dad is going to take it out on her tonight
  she said he does it when mum is at work
  baby is not breathing right
  the stepdad has just been let out
  she messaged to say goodbye
  he is punching walls and the kids are crying
  a boy has been jumped outside school
  she ran out of the house with no shoes
  he has a blade in his bag
  the baby fell and is sleepy now
  they are hiding the child from us
  we were refused entry and could hear a child screaming
  she has marks round her neck
  child disclosed abuse this morning
  he says he will burn the house down
  she is with him now and she is only thirteen
  mum cant be woken and the kids rang us
  i am frightened for the unborn baby
  please can someone check on them tonight he is furious
`)
