import { ORDINARY } from './danger-ordinary.ts'
import { PRESSING_WORDS, stemOf } from './danger-words.ts'

// After these words, somebody is reminded of 999 at once, and a report that was sent is looked at
// the same day. A reminder too many costs little, a missing one costs much, so a possible meaning
// is enough. Written as people type: see `plainly`.

const CHILD =
  '(?:child|children|childs|kids?|bab(?:y|ies|ys)|toddlers?|infants?|newborn|boys?|girls?|sons?|daughters?|little ones?|teen(?:ager)?s?|twins?|sisters?|brothers?|siblings?|pupils?|lads?)'
const WHO = `(?:${CHILD}|mum|mother|family|he|she|they|her|him|them|herself|himself|themselves|wife|partner|girlfriend|gran|nan)`
/** How many words may stand between. */
const few = (most: number) => `(?: \\w+){0,${most}} `
const NOW =
  '(?:right now|now|tonight|today|this evening|this afternoon|at the moment|tomorrow|this weekend)'
const HARMS =
  '(?:hits?|hitting|hurts?|hurting|beats?|beat|beating|punch\\w*|kick\\w*|slap\\w*|smack\\w*|smash\\w*|stab\\w*|cuts?|cutting|burn(?:t|s|ed|ing)?|chok\\w+|throws?|threw|throwing|shook|shak(?:es|ing)|attack\\w*|assault\\w*|threaten\\w*|touch(?:es|ed|ing)?|abus(?:es|ed|ing)|kill\\w*|harm\\w*|starv\\w+|molest\\w*|drag(?:s|ged|ging)|pinn(?:ed|ing)|bit(?:es|ing|ten)?|pushed|grabb\\w+|whipp\\w+|smother\\w*|poison\\w*|drown\\w*|scald\\w*)'
const HARMED =
  '(?:hurt|harmed|hit|beaten|stabbed|abused|injured|attacked|assaulted|starved|starving|burnt|burned|scalded|bitten|raped|shaken|thrown|drowned|drowning|choking|bleeding|trapped|tied up|killed|poisoned|exploited|trafficked)'
const FEAR = '(?:terrified|frightened|scared|petrified|afraid|in fear)'
const NOT = '(?:not|dont|doesnt|didnt|isnt|arent|wasnt|werent|never|no longer|cant|hasnt|havent)'
const DRUNK = '(?:drunk|drinking|intoxicated|stoned|high|off (?:his|her) head|on drugs)'

const DANGER: readonly string[] = [
  // Said plainly
  'in (?:\\w+ )?danger',
  'at (?:immediate|serious|real|grave|high) risk',
  `${WHO}${few(2)}at risk`,
  `at risk ${NOW}`,
  `${NOT}${few(5)}safe`,
  `unsafe (?:at home|there|here|with|in that|in the (?:house|home|flat)|${NOW})`,
  '(?:call|called|calling|ring|rang|dial|dialled|phone|phoned) (?:999|the police|an ambulance)',
  '(?:its|is|was) an emergency',
  '^(?:an )?emergency$|^(?:999|112)$',
  `(?:fear|fears|feared|fearing|afraid|scared|frightened|terrified) for${few(2)}(?:${WHO}|life|lives|safety)`,
  // Being hurt, or about to be
  `${HARMS}${few(3)}${WHO}`,
  `${WHO}${few(4)}${HARMED}`,
  `(?:going to|gonna|gona|will|might|may|could|about to|wants? to|plans? to|planning to)${few(1)}(?:${HARMS}|die|be killed)`,
  `do something to${few(1)}${WHO}`,
  'stab(?:bed|bing)|strangl\\w*|smother\\w*|rap(?:e|ed|es|ing|ist)|suffocat\\w*|tortur\\w*|abduct\\w*|kidnap\\w*',
  'sexual(?:ly)? \\w+|groom(?:ed|ing)|trafficked|trafficking|county lines|fgm|forced marriage|to be cut|molest\\w*',
  'abus(?:e|ed|es|ing|ive)|neglect(?:ed|ing)',
  '(?:a|the|his|her|with|had|has|got|pulled|holding|carrying) (?:\\w+ )?(?:knife|machete|gun|blade|weapon|hammer)(?! crime)',
  '(?:into|in) (?:her|his|their) (?:room|bed|bedroom) (?:at night|with)|(?:comes?|came|goes|gets|getting|going) into (?:her|his|their) (?:room|bed|bedroom)',
  `made${few(1)}${WHO} (?:touch|watch|do things|undress)`,
  // How somebody is
  'unconscious|unresponsive|lifeless|floppy|passed out|collapsed|seizure|convuls\\w*|having a fit|fitting',
  `${NOT}${few(1)}(?:breath\\w*|respond\\w*|waking|wake|moving)|stopped breathing|hardly breathing|barely breathing`,
  'bleed\\w*|blood everywhere|covered in blood|screaming|screams',
  'bruis\\w*|black eyes?|bite marks?|fractur\\w*|broken (?:arm|leg|wrist|ribs?|bones?|jaw|nose|skull|collar ?bone)|head injury|injur(?:y|ies|ed)',
  `(?:marks?|burns?|cuts?|scratches|welts|swelling|blood) (?:on|all over|over|across|around)${few(2)}(?:face|neck|arms?|legs?|back|body|head|bottom|ears?|hands?|cheek|${CHILD})`,
  'suicid\\w*|overdos\\w*|self ?harm\\w*|(?:cut|cutting|slit) (?:her|his|their|my) wrists?',
  '(?:kill|killed|killing|cut|cutting|cuts|hurt|hurting|hang|hanged|hanging) (?:her|him|them|my)sel(?:f|ves)',
  `${NOT} want to (?:live|be here|be alive|go on)|want(?:s|ed)? to die|better off dead|end (?:it|it all|everything)|(?:end|ending|take|taking) (?:her|his|their|my) (?:own )?life`,
  '(?:took|taken|swallowed|drank) (?:\\w+ ){0,4}(?:tablets|pills|bleach|something|paracetamol)',
  `${CHILD}${few(3)}(?:died|dead|dying)`,
  // Where somebody is, and with whom
  `${WHO}${few(4)}(?:left|home|all|are|is|been) (?:all |home )*alone`,
  `${WHO}${few(4)}(?:alone|on (?:her|his|their) own) (?:in|at|on) the (?:house|flat|home|car|street|park|road)`,
  'home alone',
  'gone missing|reported missing|(?:ran|run|running) (?:away|off)|disappeared|nobody knows where (?:she|he|they)|dont know where (?:she|he|they) (?:is|are)',
  `${WHO} (?:is|are|has been|have been|was|went|still) missing|missing (?:child|girl|boy|teenager)`,
  `${NOT} (?:been )?seen${few(1)}(?:since|for|today|all)|${NOT} (?:come|came|been|returned|got) (?:home|back)`,
  `${CHILD}${few(3)}wandering|wandering (?:alone|the streets|in the road)|in the road`,
  `(?:took|taken|taking|snatched|grabbed|driven off with|drove off with|left with|has) (?:the|her|his|their) ${CHILD}${few(3)}(?:drove|gone|away|off|and|abroad|without)`,
  `(?:taking|takes|take) (?:her|him|them|the \\w+) abroad`,
  'locked (?:\\w+ )?(?:in|up|out)\\b|shut out|thrown out|kicked out',
  `(?:on (?:his|her|their) way|coming|come|turned up|outside)\\b.{0,40}\\bto (?:get|take|grab|snatch|hurt|find|see)${few(1)}${WHO}`,
  'out of (?:prison|jail)|released from|knows where (?:they|she|he|we|mum) lives?|breach(?:ed|ing)? (?:his|her|the|bail)|broke(?:n)? (?:his|her|the) (?:bail|order|injunction)',
  `${DRUNK}${few(8)}${CHILD}|${CHILD}${few(8)}${DRUNK}|drunk${few(3)}driv\\w*|driv\\w*${few(4)}drunk`,
  `with drugs ${NOW}|(?:out|running|carrying|dealing|selling)${few(2)}drugs`,
  `meet(?:ing|s)? (?:up )?(?:with )?(?:him|her|them|a man|an adult|somebody|someone)${few(4)}${NOW}`,
  // Afraid, or afraid for somebody just now
  `${WHO}${few(3)}${FEAR}|${FEAR} (?:to go|to be|to tell|of (?:him|her|them|dad|mum|step\\w*|going))`,
  `dont (?:make|let|send) (?:me|her|him|them)(?: go)?(?: back)? home`,
  `(?:worried|worry|anxious|concerned) (?:about|for)${few(3)}${WHO}${few(4)}${NOW}`,
  `${NOW}${few(4)}(?:worried|anxious|concerned) (?:about|for)${few(3)}${WHO}`,
  `${NOW}${few(8)}${FEAR}|${FEAR}${few(8)}${NOW}`,
]

/** Words that press as soon as somebody is spoken of: a child, a parent, "she". */
const ABOUT_SOMEBODY: readonly string[] = [
  // Force, and what it leaves behind
  'hurts?|hurting|smash\\w*|punch\\w*|kick(?:s|ed|ing)?|slapp\\w*|smack\\w*|beat(?:s|en|ing)?|hitting|violen\\w*|attack\\w*|threat\\w*|assault\\w*|thump\\w*|headbutt\\w*|throttl\\w*',
  'yank\\w*|dragg?(?:s|ed|ing)|shov(?:e|es|ed|ing)|grabb\\w+|flung|fling\\w*|hurl\\w*|slamm\\w+|squeez\\w+|stamp(?:s|ed|ing)? on|trod on|sat on|spat|spits? (?:at|on)|pinch(?:es|ed|ing)',
  `(?:threw|throws|throwing|thrown) (?:\\w+ )?(?:${WHO}|things?|toys|a|the|at|across|against)|ramm(?:ed|ing)|rams|held down|holds? (?:${WHO}) down|(?:put|puts|holding|held|hold) (?:\\w+ ){0,3}(?:over (?:${WHO}|face|mouth)|pillow)`,
  `(?:go|goes|went|gone|going) for (?:${WHO}|the ${CHILD}|me)|(?:laid|lays|lay) (?:hands|a hand|into)|lash(?:ed|es|ing)? out|los(?:t|es|ing) (?:it|(?:his|her|their) temper) (?:with|and|at)|took it out on|raised? (?:a|his|her) hand|lifts? a hand|flinch\\w*|cower\\w*|jabb(?:ed|ing)|jabs? (?:him|her|them|in the|at (?:him|her|them))`,
  `hands? (?:round|around|on|over) (?:his|her|their|the ${CHILD})|(?:round|around|by) (?:the|his|her) (?:throat|neck|hair)|(?:foot|feet|knee|fist) (?:on|in|into) (?:his|her|their)`,
  'belt|swollen|swelling|hand ?prints?|finger(?:tip| shaped)? ?(?:marks?|bruis\\w*)|grip marks?|burns?|burnt|burning|scald\\w*|boiling|wounds?|welts|scars?|scarr\\w+|split lip|black(?:ened)? eyes?|eyes? blackened|(?:fat|cut|busted) lip|limping|bald patch\\w*',
  '(?:broke|broken|fractured|dislocated) (?:his|her|their|a|an|the)? ?(?:arm|leg|wrist|elbow|shoulder|jaw|nose|rib|ribs|hip|ankle|bone|collar ?bone|skull|finger|femur)|collar ?bone|unexplained|(?:does not|doesnt|do not|dont) (?:add up|fit|match|make sense)',
  '(?:tie|ties|tied|tying|strap(?:s|ped)?|chain(?:s|ed)?|restrain(?:s|ed|ing)?|gagg\\w+|taped)|face down|(?:shut|shuts|locks?|locked|kept|keeps|made to (?:stand|sit|sleep|stay)) (?:\\w+ ){0,3}(?:in|out|outside|garden|cupboard|shed|room|cellar|garage|dark|fridge|door)|with the door locked|cupboard when|punish\\w*|no coat|no shoes|(?:made|makes) (?:him|her|them) (?:stand|sit|kneel|eat|sleep|strip|carry|lie)',
  // Weapons, fire, threats, somebody at the door
  'knives|knife|machete|bats|baseball bat|screwdriver|hammer|blade|gun|shotgun|crossbow|weapon|petrol|acid|bleach|arson|set(?:ting)? (?:\\w+ )?fire|(?:on|set) fire|letterbox|lighter|smell(?:ed|s|ing|t)? (?:of )?gas|in the ground|finish (?:him|her|them) off|sort (?:him|her|them) out',
  'blackmail\\w*|ransom|held hostage|trapped|barricad\\w*|owes?|debt|next time|or else|if (?:she|he|i|they) (?:tells?|talks?|leaves?|says?|goes)|will pay for|make (?:him|her|them) pay|get(?:ting)? (?:his|her|their) own back|coming (?:round|over|for)|come after|looking for (?:her|him|them)|(?:brought|bringing) shame|honou?r|dishonou?r\\w*',
  '(?:out|broke|breach\\w*|ignor\\w*)(?: \\w+){0,3} (?:bail|order|injunction|licence)|(?:order|injunction|bail|conditions?) (?:was |were |is )?(?:ignored|broken|breached)|refuge|gangs?|(?:not|isnt|is not) (?:allowed|supposed to be|meant to be) (?:near|in|with|there|around|to see|to be)|(?:been |just |is )?(?:released|let out|bailed)|(?:found|find|finds|tracked|tracks|tracking|stalk\\w*) (?:out )?(?:where|her|him|them|the (?:address|house|refuge))|knows the address|bang(?:s|ing|ed) on|kick(?:ed|ing)? (?:the|her|his|their) door|door (?:off|in|down)|got(?:ten)? in|(?:broke|breaking|forced his way|came) in(?:to)?(?: through| the)',
  `follow(?:s|ed|ing) (?:${WHO}|home)|(?:get|got|getting|pulled|dragged|forced) (?:${WHO}) into|outside (?:the|her|his|their|our|now)|he is outside|hes outside|he is here|hes here|waiting for (?:${WHO})|forced to|being forced|does things to|left in (?:the|a) car|in the car (?:outside|alone|while)|(?:car|taxi|van|lift|lifts|picked up|picks her up|picks him up) (?:with|from|every|outside|at night)|stranger|(?:jumped|set upon|chased|surrounded|cornered) by|jumped on`,
  'rows?|row and|fighting|fights|domestic (?:violence|abuse|incident)|dv|glass|police (?:were|was|are|have been|came|got) (?:called|coming|on|there)|arrest\\w*|screams?|screaming|sobbing|(?:shouting|crying|banging)(?: \\w+){0,3} (?:next door|upstairs|downstairs|all night|for hours|help)|(?:shouting|shouts|shouted|yelling) (?:and|at)',
  // Sexual harm, online and off
  'nudes?|naked|undress\\w*|indecent|explicit|filming|filmed|webcam|hidden camera|sexting|porn\\w*|sex|sexual\\w*|rap(?:e|ed|ing|ist)|private parts|underwear|knickers|genital\\w*|vagina\\w*|penis|willy|sti|std|chlamydia|pregnant|kiss(?:es|ed|ing)|paedo\\w*|predator|arrested for|(?:illegal|bad|sexual) images|images of|(?:pictures|photos|videos?|pics) (?:of|and|on|from|to|through)|for (?:photos|pictures|pics|videos)|send(?:s|ing)? (?:one|pictures|photos|pics|nudes)|share (?:it|them|the)',
  `older (?:man|men|boyfriend|guy|boys?|girls?|lads?|person|kids)|(?:boyfriend|girlfriend|he|man|guy) (?:is|was) (?:\\w+ )?(?:twenty|thirty|forty|fifty|[2-6]\\d|eighteen|nineteen|older|much older)|(?:man|men|guy|adult|somebody|someone) (?:she|he|they) met|met (?:\\w+ ){0,3}(?:online|on (?:snap\\w*|insta\\w*|discord|roblox|tiktok|the internet|an app|a game))|(?:messag|text|contact|chatt|talk)\\w* (?:her|him|them|a pupil|a child) (?:at (?:night|midnight)|late|for|on snap\\w*|every)|secret (?:games?|friend)|our (?:little )?secret|(?:on|sit on) (?:his|her) lap|in(?:to)? (?:bed|the bath|the shower) with|in the bath|(?:gets|got|climbs|climbed|sleeps|slept) in(?:to)? (?:bed|her bed|his bed)|men we dont know|hotel|touch(?:es|ed|ing)`,
  'gifts from|new (?:trainers|phone|clothes) (?:and|from)|wad of|two phones|(?:carry|carrying|deliver|delivering|hold|holding|drop|dropping) (?:\\w+ )?(?:package|packages|parcel|stuff for|drugs)|(?:running|run|runs|working|works) for (?:them|him|the older)|dealing|cuckoo\\w*|trap ?house|weed|stinking of',
  // Wanting to die, and harming oneself
  'be dead|is dead|was dead|were dead|died|dying|dies|hang(?:ed|ing)|noose|jump(?:ed|ing)? (?:off|from|out|in front)|bridge|railway|train tracks?|ledge|roof|ligature|(?:say|said|saying|says|is|means|text\\w*) goodbye|wont be (?:here|around|alive|at|coming)|not be (?:here|around|alive)|no (?:point|reason) (?:in )?(?:living|going on)|into the (?:sea|river|canal|road|traffic)|hopeless|pulls? (?:her|his) (?:own )?hair|razors?',
  '(?:cant|cannot|can not|couldnt|isnt|not) cop(?:e|ing)|at the end of (?:her|his|their) (?:rope|tether)|afraid of what|scared of what|might do (?:to|something)|evil|possessed|witch\\w*|demon\\w*|breakdown|psycho\\w*|(?:hears?|hearing) voices|voices tell\\w*|delusion\\w*|manic|paranoi\\w*',
  // Where somebody is
  'out all night|middle of the night|at midnight|sleeping rough|(?:sleeping|sleeps|slept|living|lives) (?:on (?:the|a|night|buses|sofas|floors?|trains?)|in (?:a|the) (?:car|tent|shed|van|park|garage|doorway|stairwell))|in a tent|evicted|homeless|thrown out|throw(?:s|n)? (?:him|her|them) out|in the street|roofless',
  `(?:walked|ran|run|gone|got|stormed|climbed|wandered|sneaked|slipped) (?:out|off|away)|${NOT} find (?:him|her|them|the)|${NOT} (?:been )?(?:collected|picked up|brought (?:her|him|them)?(?: home| back)?|returned|turned up at home)|${NOT} (?:reach|get hold of) (?:anyone|anybody|her|him|them|mum|dad|the parents)|drove (?:away|off)|phone is off|${NOT} seen|has gone|have gone|is gone|no (?:adults?|grown ups?|parents?)|unattended|unsupervised|by (?:him|her|them)sel(?:f|ves)|alone with|(?:looking after|minding|caring for) (?:\\w+ ){0,3}(?:while|babies|siblings|brothers?|sisters?|toddlers?)|outside the pub|in the pub`,
  '(?:fly|flies|flying|flown|flight) (?:out|tonight|tomorrow|to|on|is|next)|(?:not|wont|never) (?:be )?(?:coming|come|bring|bringing) (?:\\w+ )?back|get(?:ting)? married|to marry|arranged marriage|be cut|cut (?:over|in|this) (?:the )?(?:summer|holidays)|abroad',
  `(?:sent|going|goes|go|given|returned|send|sending) (?:\\w+ )?(?:back )?(?:to (?:him|her|them|dad|mum)|home to)|take the kids|taking the kids|beg(?:s|ged|ging)? (?:me|us|not|to)|(?:dont|not to|please dont) (?:let|make|send|tell|leave)|(?:hides?|hiding|hid) (?:under|in|behind|when|from)|have to hide|wet(?:s)? (?:him|her)self|soil\\w*|heard he was|gets? angry|secret`,
  // Care and illness
  '(?:no|without|nothing|not enough) (?:food|heating|to eat|electric\\w*|water|gas)|(?:not|nobody|never|didnt|hasnt|havent|wont|isnt|no one|stopped) (?:been )?(?:fed|eaten|feed\\w*|eating)|starv\\w*|(?:always |so |very |really )?hungry|weighs less|los(?:t|ing) weight|skin and bone|(?:eat|eats|eating|eaten) from|freezing|dehydrat\\w*|malnourish\\w*|filthy|squalor|faeces|maggots|needles?|in the snow|in the heat|in the rain',
  '(?:really|very|seriously|dangerously) (?:ill|sick|poorly|unwell)|(?:see|call|get|wont|refuse\\w*|need\\w*) (?:a |the |an |to see a |to |to call a )?(?:doctor|ambulance|hospital)|ambulance|(?:wont|refuse\\w*|havent|hasnt|didnt|stopped|stop|not|withh\\w+) (?:to )?(?:take|taken|give|giving|giving|call|ring|get|got|let) (?:him|her|them|it|the (?:insulin|medicine|inhaler|tablets|meds|injections?)|(?:any|some)(?:body|one)|help)|insulin|inhaler|asthma attack|stopped the (?:medication|medicine|injections?|tablets|meds)|anaphyla\\w*|blue|grey|limp|hot and|sleepy|drowsy|(?:being|been|keeps) sick|vomiting|meningitis|sepsis|rash that|lump on|fell (?:from|off|out|down|and)|fallen (?:from|off|out|down)|under ?water|drown\\w*|in the bath while',
  `${NOT} (?:be )?(?:rouse|roused|wake|woken|waken|move|moving|respond\\w*)|pass(?:ed|es|ing) out|blacked out|(?:something|tablets|pills|medicine) to (?:make|keep) (?:him|her|them)|(?:crush\\w*|slipp\\w*) (?:\\w+ ){0,2}(?:tablets|pills)|to make (?:him|her|them) sleep|ingest\\w*|swallow\\w*|methadone|heroin|cocaine|crack|ketamine|fentanyl|spice|vodka|drunk|intoxicated|off (?:his|her|their) face|high on|using again|relapsed|pour(?:s|ed|ing)? (?:\\w+ )?(?:drink|alcohol|bleach|water|boiling|it)|found on the floor|next to (?:her|him)|dog (?:has |had )?(?:bit|bitten|attacked|gone for|went for|mauled)|maul\\w*`,
  // Said by somebody who presses
  'tonight|right now|as we speak|this minute|on (?:her|his|their) own|by morning|through the night|before he (?:does|gets|comes)|before she (?:does|gets|comes)|before they (?:do|get|come)|(?:go|get|going|come|out|somebody|someone|needs?) (?:of )?there (?:now|today|tonight|before)|out of there|needs? (?:to be )?(?:somewhere safe|help now|protect\\w*|out of)|end(?:s)? badly|(?:terrible|awful|bad|dreadful) (?:is |will |could |might |may )?(?:about to |going to )?happen\\w*|(?:really |so |very )?(?:frightened|scared|terrified) (?:for|of)|fear (?:for|of)',
  `(?:going|wants?|threaten\\w*) to jump`,
]

const ANY = new RegExp(`\\b(?:${DANGER.join('|')})\\b`)
const PRESSING = new RegExp(`\\b(?:${ABOUT_SOMEBODY.join('|')})\\b`)
const SOMEBODY = new RegExp(
  `\\b(?:${WHO}|his|their|hes|shes|theyre|yps?|mam|mummy|dad|daddy|father|step\\w*|uncles?|aunt\\w*|grand\\w*|cousins?|ex|man|men|boyfriend|parents?|carers?|patients?|kid\\w*|neighbours?|cots?)\\b`,
)

/** Small letters, and only words: "He's NOT safe!" is "hes not safe". */
const plainly = (said: string): string =>
  said
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(ORDINARY, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** Whether words sound as if somebody may be in danger now (I1). */
export function soundsUrgent(said: string): boolean {
  const words = plainly(said)
  if (ANY.test(words)) return true
  if (!SOMEBODY.test(words)) return false
  return PRESSING.test(words) || words.split(' ').some((word) => PRESSING_WORDS.has(stemOf(word)))
}
