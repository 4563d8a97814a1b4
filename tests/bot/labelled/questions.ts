import type { IntentCode } from '../../../src/bot/talk/read-intent.ts'

import { lines } from './lines.ts'

/**
 * Short messages that are a question or a wish to the bot, as tired people type them: no apostrophes,
 * text-speak, typing errors.
 */
export const QUESTIONS: Readonly<Record<IntentCode, readonly string[]>> = {
  anonymous: lines(`
    is this anonymous?
    is it anon
    Can I do this anonymously
    will this be anonymous
    is this annonymous
    can i stay anonymous pls
    can i report anonymously?
    hi, is this confidential
    is this confidental or not
    do i have to give my name
    can i do it without giving my name
    i want to stay anonymous
    are these reports anonymous
    is anything i say here confidential?
    can this be kept anonymous
    i dont want to give my name
    anonymous?
    can i remain anonymous
    can it be anonymous
    is my identity protected
    do i need to put my name down
    can you keep me anonymous
    i'd like to stay anon please
    is it private
    will it be kept private
    do you have to have my name
    can i be anon on here
    i need this to be confidential
    can this stay confidential please
    is what i tell you private
    do i need to leave my name
    i would prefer to be anonymous
    is this anonymous or does it have my name on
    can i do this anon
    is this confidential or will people know
    i'd rather not give my name
    are you able to keep this confidential
  `),
  whoReads: lines(`
    who will see this
    who sees this?
    whos going to read this
    who reads these
    who does this go to
    where does this go
    who gets to see it
    who is going to see what i write
    wholl see this
    who can see my report
    does my manager see this
    will my manager see this
    will my boss read it
    who do you send it to
    can my team see this
    who else reads it
    who will be reading this??
    does anyone at work see this
    who gets this
    whose going to see this
    who actually reads these things
    is anyone reading this
    does it go straight to my manager
    who's this going to
    who looks at it
    will the head see it
    who can read this
    whos gonna be looking at this
    does anybody read these reports
    is it just the named nurse who sees it
    who is this sent to
    does my head get a copy
    will hr see this
    who is reading these
    who would see it if i send this
    does this go to my manager
    is my team going to see this
    where do these reports go
    who looks at these
    who reads what i put
    whos reading this
    can anyone at my work see it
    who does it get sent to
    will my team leader read this
    who will you send this to
  `),
  nameShown: lines(`
    will my name be shown
    do they see my name
    does my name go on it
    is my name on this
    can they see who i am
    will they know its me
    will people know it was me
    will my manager know it was me
    do you show my name
    will they see my name?
    is my name attached
    will my name be on it
    can they tell its me
    does it say who wrote it
    will anyone know i wrote this
    is my name going to be on this report
    do they know who sent it
    can they see my name on this
    will she know its from me
    is it obvious its me
    are you going to tell them my name
    will they be able to see its me
    is my name going on this
    would they know its me thats told you
    does the person reading it know who i am
    will it show my name
    can people see its from me
    do you tell them who i am
    will the senior know who sent it
    does it have to have my name on
    will he know it was me
    will they know who wrote it
    is my name visible
    do they get to see my name
  `),
  nameOff: lines(`
    can you take my name off
    take my name off
    please take my name off it
    can u remove my name
    remove my name pls
    i want my name taken off
    can i have my name removed
    can you take my name off the report
    dont put my name on it
    please dont show my name
    can you hide my name
    leave my name off
    i dont want my name on this
    can you send it without my name
    could you keep my name out of it
    pls take my name of
    can i keep my name out of it
    can you delete my name
    want my name off this
    can my name be removed
    can i take my name off it
    could my name be left off
    i want to remove my name
    can i get my name taken off
    take my name off that report please
    i dont want my name on it
    please remove my name from my report
    can you leave my name off it
    please take my name out
    i want my name removed from the report
    dont tell them my name
  `),
  talk: lines(`
    i want to talk to somebody
    can i talk to someone
    i need to speak to someone
    can i speak to a person
    is there a number i can ring
    who can i talk to about this
    id rather talk to someone
    i'd rather speak to a real person
    can i talk to a human
    who can i ring
    is there someone i can speak to
    want to speak to somebody pls
    can i just talk to somebody about it
    whats the phone number
    can i ring someone instead
    need to talk to somone
    are you a real person
    are you a bot?
    can i have a number
    need to speak to someone urgently
    is anyone there
    can i get a human please
    someone to talk to
    can i ring someone about this
    anyone i can talk to
    id like to talk it through with someone
    is this a robot
    can you give me a phone number
    is there anyone i can talk to about this
    i want to speak to a human
    who do i ring
    can i speak to the board office
    have you got a number i can call
    can i phone someone
    id like to speak to someone
    is there a person i can speak to
    what number do i ring
    am i talking to a real person
  `),
  callMe: lines(`
    call me
    please call me
    can somebody call me
    can someone ring me
    ring me please
    could you call me back
    can you get someone to call me
    please ring me
    i would like a call
    id like someone to call me
    give me a call
    can someone give me a ring
    phone me
    can i have a call back
    can sombody phone me pls
    call me back
    can someone give me a bell
    would like a phone call
    please can someone phone me back tomorrow
    call me on monday
    can you ring me tomorrow
    could someone please give me a ring back
    i need a phone call about this
    call me on 07700 900123
    please get someone to ring me
    can you call me this afternoon
    i'd like a call back please
    could i have a call about this
    please ring me back
    can someone give me a call please
    i want someone to ring me
    call me asap
  `),
  deleteReport: lines(`
    can you delete my draft
    how do I cancel
    can i cancel this
    delete the draft please
    bin my draft
    delete my report
    can you delete my report
    please delete my report
    i want to delete my report
    how do i delete my report
    remove my report
    can i withdraw my report
    withdraw it
    i want to take it back
    can you delete what i sent
    get rid of my report
    cancel my report
    can i take my report back
    delete everything i told you
    pls delete my last report
    i want to withdraw what i said
    can i unsend it
    i need my report deleting
    take that report down please
    can it be deleted
    please remove what i sent
    i take it back
    delete it all please
    how can i withdraw it
    i want my report taken down
    can you get rid of what i wrote
    i want it deleted
    please withdraw my report
    how do i get my report removed
    can i delete what i said
    can i cancel my report
    please can you delete that
    i want to delete it
    how can i take it back
  `),
  changedMind: lines(`
    i changed my mind
    ive changed my mind
    I've changed my mind, sorry
    changed my mind
    actually i dont want to do this
    i dont want to report this anymore
    i dont want to carry on
    actually forget it
    forget it
    never mind
    nevermind
    i dont want to send it anymore
    sorry ive changed my mind about this
    i shouldnt have sent that
    i wish i hadnt sent it
    on second thoughts no
    dont want to do this any more
    im not doing this
    scrap that
    actually ive changed my mind can we stop
    i dont want to do it now
    i dont think i should have sent that
    sorry changed my mind about this
    i dont want to report it now
    i wish i hadnt said that
    im not sending this
    ive changed my mind i dont want to do this
    forget about it
    i dont want to go on with this
  `),
  changeAnswer: lines(`
    actually wait can i change what i said
    can i change my answer
    i want to change my last answer
    can i edit that
    how do i change it
    i made a mistake
    that was wrong
    thats not what i meant
    can i go back
    can i correct something
    let me fix that
    wait i need to change the last answer
  `),
  howItStands: lines(`
    what happend to my report
    whats happening with my report
    any news on my report
    is there any update on what i sent
    has anyone read my report
    did my report go through
    where is my report
    did you get my report
    how is my report getting on
    has my report been read
    any news about what i reported
  `),
  managerProblem: lines(`
    complain about my manager Janet
    i want to complain about my manager
    about my head teacher
    it is about my boss
    its about my team leader
    i have a concern about my manager
    can i make a complaint against the head
    can i report my manager
    who do i tell if its my boss
    my manager is the problem
    its my manager
    it is about my manager
    its about my boss
    the problem is my manager
    what if its about my manager
    what if my manager is the problem
    what if its my boss
    i cant tell my manager
    i dont want my manager to see this
    my manager cant see this
    the person who reads it is the problem
    what if the senior is involved
    its the senior nurse who is the problem
    my team leader is the problem
    dont send it to my manager
    i dont trust my manager
    this is about the person who would read it
    can it go to someone other than my manager
    can you send it to someone else
    the problem is the manager
    my line manager is involved
    dont want my team leader seeing this
    what if my manager reads it
    she is the manager and shes the problem
    what do i do if its my manager
    my boss is the one im worried about
    i cant have my manager reading this
    is there someone else who can look at it
    the dsl is the problem
    its about my team manager
    i dont trust my boss
    the person who reads this is the problem
    can someone else read it
    what if its the head
    i dont want my head teacher to see it
    my boss is part of the problem
    i cant trust my manager with this
    it is about the senior nurse
    can this go to someone else
    what if my manager finds out
  `),
  whatDoYouMean: lines(`
    what do you mean
    what do u mean?
    what does that mean
    i dont understand
    dont understand the question
    i dont get it
    what
    huh?
    sorry what
    what are you asking
    what should i put
    what do i put here
    can you explain
    give me an example
    for example?
    not sure what you mean
    what am i meant to write
    eh
    wdym
    can you give an example pls
    i dont know what you mean
    what are you on about
    explain please
    in what sense
    what do you want me to put
    not sure i understand
    i dont understand what you want
    can i have an example
    what kind of thing should i put
    sorry what do you mean by that
    i dont get the question
    what am i supposed to put here
    could you explain that please
    what does it mean
    im not sure what youre asking
    can you give me an example please
    dont get what you mean
  `),
  feelTerrible: lines(`
    i feel terrible about this
    i feel awful
    i feel really bad about it
    i feel so guilty
    im really upset
    im really upset about this
    i cant stop thinking about it
    i feel sick about it
    i feel like its my fault
    i feel so bad
    this has really upset me
    im not ok
    i am struggling with this
    i cant sleep
    feeling awful about this tbh
    im finding this really hard
    i feel horible about it
    im in bits
    feel dreadful tbh
    cant stop crying
    its all my fault
    i feel really low about what happened
    i feel awful about it all
    im so upset about this
    i cant cope with this
    feel like ive let her down
    i feel so guilty about this
    i cant stop thinking about what happened
    im really struggling with it
    this is my fault
    i feel really guilty
    im so upset
    i keep thinking its my fault
    i feel sick
  `),
  trouble: lines(`
    will i get in trouble
    am i going to get in trouble for this
    could i lose my job
    will i lose my job over this
    can this be used against me
    will this be used against me
    will they get in trouble
    will my colleague get in trouble
    is this going to get me in trouble
    am i in trouble
    could i get sacked for this
    what if they take it out on me
    is this whistleblowing
    am i protected
    will i be blamed
    is someone going to get blamed
    am i going to get sacked
    will this come back on me
    will i lose my registration
    could this affect my career
    can i lose my pin over this
    will my manager be in trouble
    am i going to lose my job
    will i be in trouble for saying this
    could he get the sack
    will i get the sack
    could i get into trouble for this
    will anyone get in trouble
    am i protected if i say this
    will i get into trouble
    is this going to affect my job
    can they sack me for this
    will she be blamed
  `),
  referral: lines(`
    is this a referral
    does this count as a referral
    is this the same as a referral
    does this go to social care
    do i still need to make a referral
    do i still have to refer
    have i made a referral now
    is this how i make a referral
    how do i make a referral
    whats the referral number
    i want to make a referral
    does this replace a mash referral
    do i need to refer as well
    can i refer here
    does this count as my referral
    have you referred this
    do you refer this on for me
    is this instead of a referral
    does this make a referral
    is this instead of ringing mash
    should i still refer
    do you refer it for me
    is this a mash referral
    do i have to do a referral as well
    does this count as making a referral
    who do i refer to
    is this how i refer
    do i need to make a referral too
    is this a safeguarding referral
  `),
}

/** Written after the lists, and never used to make them better: how well they do with what is new. */
export const NEW_QUESTIONS: Readonly<Record<IntentCode, readonly string[]>> = {
  anonymous: lines(`
    can you keep this private
    do i have to say who i am
    i want this to be anonymous please
  `),
  whoReads: lines(`
    who will have access to this
    does anyone else see this
    can my boss see what i write here
    who do these go to
  `),
  nameShown: lines(`
    will my name come up
    would people be able to tell it was me
    do they find out who i am
  `),
  nameOff: lines(`
    can you hide my name please
    id like my name taken off it
    i dont want them to have my name
  `),
  talk: lines(`
    can i talk to someone instead of typing
    i need to speak to a person
    do you have a phone number
  `),
  callMe: lines(`
    can you ask someone to call me
    i would rather have a phone call
    ring me tomorrow morning please
  `),
  deleteReport: lines(`
    can you remove it
    take my report back please
    i need to withdraw my report
  `),
  changedMind: lines(`
    i have changed my mind
    i dont want to send this any more
    oh forget it
  `),
  changeAnswer: lines(`
    hang on can i alter my reply
    oops that was a mistake
  `),
  howItStands: lines(`
    have you any feedback on my report yet
    was my report received
  `),
  managerProblem: lines(`
    my team leader is the one im worried about
    it concerns my manager
    can somebody other than my manager look at it
  `),
  whatDoYouMean: lines(`
    what does this question mean
    im not sure what to put
    any examples
  `),
  feelTerrible: lines(`
    i feel so bad about what happened
    im finding this hard
    i cant sleep because of this
  `),
  trouble: lines(`
    will this get me into trouble
    could this cost me my job
    what if they blame me
  `),
  referral: lines(`
    is this going to social care
    should i make a referral too
    do you make the referral
  `),
}
