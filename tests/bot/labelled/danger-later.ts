import { lines } from './lines.ts'

/** Written after the words of danger were widened, so that the rule cannot know them by heart. */
export const LATER_DANGER: readonly string[] = lines(`
  when i knocked a man answered with blood on his shirt and the kids were crying
  she told the dinner lady her brother does rude things
  one of the girls says her uncle films her changing
  the au pair saw him shake the pram hard
  he says his ear hurts because mam clouted him
  toddler has marks like a belt buckle on her legs
  dad stormed in shouting he would have them all
  he wants to strangle that baby, his words
  mum has gone off with a bloke she met yesterday and left the kids with a neighbour
  a neighbour has found the two little ones in the stairwell
  we think mum has locked herself in the bathroom with the baby and a knife
  she has written letters to everyone
  he gave away his playstation and said i wont need it
  she has stopped eating completely
  he has googled how to tie a noose
  she was standing at the edge of the platform
  he has a stash of tablets under his mattress
  she was coughing up blood
  the baby has gone stiff and his eyes are rolling
  he has a temperature of forty and they are praying over him
  they say they will treat it with herbs and not the hospital
  her lips have gone purple
  the two year old got hold of the methadone bottle
  the toddler ate some of the pills
  a wasp stung him and his face is ballooning
  the childs carer was asleep and stank of booze
  his dad came to parents evening reeking of drink and took him in the car
  the sitter was using in front of the children
  she has been sold to pay for his habit
  mum brings men back for money and the kids are in the next room
  she was given cocaine by older lads
  they make him stand lookout
  he has started carrying a blade
  the older brother has been recruiting kids to sell for him
  he was beaten up for losing the package
  he was found in a flat in another town with strangers
  she gets dropped back at four in the morning
  she has love bites and a burner phone
  her tiktok friend turns out to be forty
  a man on the game wants her address
  she has been sent a train ticket by a man
  he is being bullied so badly that he says he cant go on
  they filmed the boys beating him and put it online
  his parents say they will disown him and send him to a camp to be fixed
  she says she is being sent to pakistan and wont be allowed back
  her passport has gone and her aunt is packing
  she overheard them planning her wedding
  the imam told her it will be done when she turns seven
  she has to share a bed with a lodger
  the step brother has been in her room again
  she says her tummy hurts when daddy baths her
  he drew a picture of a man with no trousers
  she has an std at ten
  she told us it bleeds down there
  he is acting out sex with his dolls
  the priest keeps taking him away alone
  the driver of the minibus rubs their legs
  the nurse slapped a patient who is only eight
  night staff have been sedating the kids so they can sleep
  my colleague lost it and threw a chair at a pupil
  one of the tutors has been sleeping with a sixth former
  staff at the home lock the kids in their rooms overnight
  he was left in wet clothes all night on the ward
  they leave him in his own mess
  there is dog dirt all over the floor where they play
  the kids are infested and have sores
  the house has no roof and they are in it in january
  a newborn with nothing but formula powder and dirty water
  his teeth are rotten and she refuses the dentist
  the baby is grey and not feeding
  he is skin and bone
  they keep her in the cellar
  she is chained to the radiator
  he has cable tie marks on his wrists
  we found a cage in the bedroom
  they shaved her head as a punishment
  he was made to kneel on rice
  she had her mouth washed out with soap and then chilli
  he was held under a cold shower
  his stepmum pours hot water on his hands
  dad swung at her with a bat
  dad came at me with a screwdriver while the kids watched
  he flew at mum and the baby was in her arms
  mum had him by the hair
  he was whacked with a ladle
  she gave him a good hiding
  she clipped him round the head and he fell
  he shoved her off the step
  he booted the dog and then the lad
  he threatened to shoot them all
  he says he has nothing left to lose and they will see
  he said if he cant have the kids nobody will
  he texted her a picture of a coffin
  he has been sitting outside her flat since six
  he has put a tracker on her car
  her ex is in the building
  he has snatched the baby from the pram
  mum did a runner with them at contact
  he did not return the children after the weekend
  they have crossed the border with her
  she is on her way to london by herself and she is eleven
  a four year old has turned up at the shop alone in pyjamas
  nobody is answering and i can see a child through the letter box lying still
  the little one is stuck on the balcony
  there is a fire and they are inside
  the river is up and the boy has not been seen
  he is somewhere on the railway line
  the baby has been dropped
  she rolled on to the baby in her sleep
  he fell down the stairs for the third time this month
  two black eyes and a story about a door
  another burn, same hand
  the twins both have bald patches
  the x ray shows old breaks
  the doctor says this was done to him
  i have a really bad feeling, he was so angry when he took them
  please get somebody round there
  i am stood outside and i can hear it happening
  she just said please help me and hung up
  he is coming, i can hear his car
  we need the police here
  something has happened to the baby
  i dont think she is going to be alive in the morning
`)

/** And nothing that presses. */
export const LATER_CALM: readonly string[] = lines(`
  we keep asking families the same questions
  the visiting time on the ward was changed and mum missed it
  the class teacher kept a diary and it helped everybody
  she was told one thing by us and another by the school
  the meeting started without the parents
  his glasses were lost on the transfer
  the hearing test was booked twice
  nobody wrote down who would ring her
  the social worker left and there was no goodbye visit
  the letter used words that the family did not know
  her birthday was wrong in two systems
  the boy was proud to show us his work
  mum brought cake to the last visit
  dad asked good questions
  they have been waiting eight months for an assessment
  the speech therapist came to the nursery
  the police sent the form by post
  the notes said he but the child is a girl
  the family wanted a woman and we sent a man
  a student sat in and nobody had asked mum
  the plan was in a format she could not read
  we gave her the wrong leaflet
  the team leader thanked the clerk
  the clerk noticed that two addresses did not match
  the taxi firm changed the driver without telling the school
  the driver knew the boy and waited with him
  the heating failed and they moved the class to the hall
  the fire doors were propped open
  the first aid box was empty
  an eyewash bottle was out of date
  the stock of vaccines was counted twice
  a parent was sent home without the result
  we rang the parents first and then the school
  the weekend plan was not handed over
  they agreed in the meeting and then nothing happened
  nobody challenged the consultant
  i did not feel able to speak in front of the head
  a quiet member of staff raised it and was heard
  the advice line answered in two minutes
  the referral came back because a box was empty
  the family hub is shut on fridays
  foster carer was not told about his diet
  his school place fell through
  the school got the new worker wrong
  she moved house and the post went astray
  we had the wrong telephone number for grandma
  the grandmother knew and nobody asked her
  the report was finished the night before the hearing
  the court date was moved
  the interpreter line dropped out three times
`)
