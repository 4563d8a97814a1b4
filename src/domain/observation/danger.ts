// Words after which somebody is reminded of 999 at once, and after which a report that was sent is
// looked at the same day. A reminder too many costs little, one that is missing costs much, so what
// may be meant is enough. Written as people type: see `plainly`.

const CHILD =
  '(?:child|children|childs|kids?|bab(?:y|ies|ys)|toddlers?|infants?|newborn|boys?|girls?|sons?|daughters?|little ones?|teen(?:ager)?s?|twins?|sisters?|brothers?|siblings?|pupils?|lads?)'
const WHO = `(?:${CHILD}|mum|mother|family|he|she|they|her|him|them|herself|himself|themselves|wife|partner|girlfriend|gran|nan)`
/** So many words may stand between. */
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
  // Said in so many words
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
  'hurts?|hurting|smash\\w*|punch\\w*|kick\\w*|slapp\\w*|smack\\w*|beat(?:s|en|ing)?|hitting|violen\\w*|attack\\w*|threat\\w*',
  'belt|swollen|swelling|hand ?prints?|finger ?marks?|grip marks?|burns|burnt|scald\\w*|wounds?|welts',
  `throw(?:s|n)? (?:${WHO}) out|under ?water|out all night|middle of the night|at midnight|sleeping rough|in the street`,
  '(?:no|without|nothing|not enough) (?:food|heating|to eat|electric\\w*|water)|not (?:been )?(?:fed|eaten)|starv\\w*|freezing|dehydrat\\w*|malnourish\\w*',
  '(?:really|very|seriously|dangerously) (?:ill|sick|poorly|unwell)|(?:get|see|call|wont|refuse\\w*) (?:a |the |to see a |to )?(?:doctor|ambulance|hospital)',
  'breakdown|psycho\\w*|hearing voices|delusion\\w*|manic|paranoi\\w*',
  'ingest\\w*|swallow\\w*|methadone|heroin|cocaine|crack|ketamine|fentanyl|bleach',
  'be dead|is dead|was dead|were dead|died|dying|dies|hang(?:ed|ing)|noose|jump(?:ed|ing)? (?:off|from|out|in front)|bridge|railway|train tracks?',
  'nudes?|naked|indecent|explicit|filming|filmed|webcam|sexting|pictures of|photos of|pictures and|older (?:man|men|boyfriend|guy)|paedophile|predator',
  '(?:out|broke|breach\\w*)(?: \\w+){0,3} bail|refuge|gangs?|acid|petrol|arson|ransom|held hostage|trapped|barricad\\w*',
  `(?:sent|going|goes|go|given|returned) back to (?:him|her|them|dad|mum)|take the kids|taking the kids`,
  '(?:shouting|crying|screaming|banging)(?: \\w+){0,3} (?:next door|upstairs|downstairs|all night|for hours)|(?:shouting|screaming|banging) and',
  'drunk|intoxicated|passed out|off (?:his|her) face|using again|relapsed|found on the floor',
  `follow(?:s|ed|ing) (?:${WHO})|(?:get|got|getting|pulled|dragged) (?:${WHO}) into|outside the (?:house|school|flat|nursery)|waiting for (?:${WHO})|forced to|being forced|does things to|left in (?:the|a) car`,
  'tonight|right now|as we speak|this minute|on (?:her|his|their) own',
  `${NOT} seen|(?:going|wants?|threaten\\w*) to jump|vomiting|pregnant`,
]

const ANY = new RegExp(`\\b(?:${DANGER.join('|')})\\b`)
const PRESSING = new RegExp(`\\b(?:${ABOUT_SOMEBODY.join('|')})\\b`)
const SOMEBODY = new RegExp(`\\b(?:${WHO}|dad|father|step\\w*|uncle|aunt\\w*|neighbours?)\\b`)

/** Small letters, and nothing but words: "He's NOT safe!" is "hes not safe". */
const plainly = (said: string): string =>
  said
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether words sound as if somebody may be in danger now (I1). */
export function soundsUrgent(said: string): boolean {
  const words = plainly(said)
  return ANY.test(words) || (PRESSING.test(words) && SOMEBODY.test(words))
}
