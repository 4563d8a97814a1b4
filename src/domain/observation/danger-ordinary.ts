// Ordinary phrases that contain a word of danger: "which jab it was", "hit the target". They are
// removed before the search for words of danger, so each row is long enough to be unmistakable.
// There is no row where a child may be meant ("touched by", "lost weight"): a reminder too many
// costs little. Written as people type: see `plainly` in `danger.ts`.

const PAPER =
  '(?:letters?|emails?|forms?|leaflets?|notes?|minutes|cop(?:y|ies)|plans?|reports?|results?|records?|files?|books?|questionnaires?|invitations?|appointments?|referrals?|agendas?|cards?|charts?|lists?)'
const MEANT = '(?:the|a|an|her|his|their|my|our|your|this|that|its)'

const CARE: readonly string[] = [
  'burns? (?:cream|dressings?)|heart ?burn|sun ?burn\\w*|burn(?:t|ed)? (?:the |her |his |my )?(?:toast|dinner|cakes?|rice|milk|pan)|burn(?:t|ed)? ?out',
  'blood sugars?|sugar (?:free|intake|tax)|folic acid|amino acids?|acid reflux|test strips?|strip lights?|(?:comic|cartoon) strips?',
  'needle (?:size|length|phobi\\w*|exchange|free|bin)|(?:wrong|right) needle|syringe (?:pump|driver|label\\w*)|(?:wrong|oral|unused) syringes?|syringe (?:was|were|is) (?:labelled|mislabelled|out of date|the wrong)',
  '(?:given|got|gave|handed|sent|dispensed|collected) (?:\\w+ )?the (?:wrong|right) (?:pills|tablets|medicine|medication|dose)',
  'sore (?:throats?|eyes?|nipples?|gums?|point)|(?:nipples|gums|throat|eczema)(?: \\w+){0,2} sore',
  'swell(?:ing)? (?:after|from|at|around) (?:the |her |his )?(?:vaccine|jab|injection|vaccination)|swollen (?:from|after) (?:netball|football|rugby|sports?|pe|the vaccine|the jab)|swollen glands?',
  'faint(?:ed|s|ing)? (?:at|after|during) (?:the |her |his )?(?:sight|vaccine|jab|injection|vaccination|blood test|assembly)',
  'chicken ?pox(?: \\w+){0,2} (?:scars?|blisters?)|(?:scars?|blisters?)(?: \\w+){0,3} chicken ?pox|(?:bcg|caesarean|c section|operation|acne) scars?',
  'head lice (?:advice|lotion|comb|treatment|letter|leaflet|policy)|head lice and (?:school|nursery)',
  'inhalers? (?:technique|plan|spacer|review|clinic|training|policy|form|box)|(?:inhalers?|insulin) (?:was|were|is|are|had been) (?:out of date|expired|kept|labelled|stored|in the (?:office|bag|fridge|box))|insulin (?:pump|pen|training|plan|fridge|chart)',
  'ambulance (?:service|trust|crew|station|control|notes|staff|report)',
  'pregnant (?:mums?|mothers?|wom[ae]n|lad(?:y|ies)|clients?|patients?)|(?:mum|mother|woman|partner|wife|lady|client) (?:is|was|who is|who was)(?: \\w+){0,2} pregnant|pregnant and (?:booked|booking|due|attending)',
  '(?:was|were) not brought (?:to|for|in)|not (?:been )?seen (?:at|for|in) (?:\\w+ ){0,4}(?:checks?|clinics?|reviews?|appointments?|slots?)',
]

const WORK: readonly string[] = [
  `(?:hits?|hitting|beat(?:s|ing)?|smash(?:ed|es|ing)?) (?:${MEANT} )?(?:\\w+ )?(?:targets?|deadlines?|milestones?|buttons?|goals?|limit|exams?|interview|queue|traffic|rush|sats)|hits? (?:send|reply|a wall|the roof|the news)|beat (?:me|us|him|her|them) to it`,
  'name(?:s|d)? match\\w*|match(?:es|ed|ing)? (?:another|with|hers|theirs|up|the (?:record|list|chart|name|other))',
  '(?:figures?|numbers?|dates?|weights?|names?|details|address(?:es)?|records?|lists?|charts?|entries|hours) (?:(?:do|does|did) not |dont |doesnt |didnt )(?:match|fit|add up)(?: (?:the|with|her|his|on|in))?',
  'deal(?:s|t|ing)? with',
  'explicit (?:consent|permission|about|that|instructions?|policy)',
  'passport (?:photo|copy|office|number|application|form)|passport (?:was|is) (?:copied|scanned|filed|out of date)|(?:health|hospital|communication) passport',
  '(?:appointment|case|caseload|vaccine|action|progress|visit|referral|growth) tracker',
  'dragg(?:ed|ing) (?:on|out)(?= |$)(?! of)|dragg(?:ed|ing) into (?:\\w+ )?meetings?',
  `grabb(?:ed|ing) (?:a|the|some|my) (?:\\w+ )?(?:coffee|tea|lunch|folder|file|form|notes?|seat|moment|word|minute|drink|sandwich|pen|pack)`,
  '(?:plans?|placements?|meetings?|system|rota|service|buggy|pram|contract) (?:has |have |had |then |nearly )?collapsed',
  '(?:funding|budgets?|hours|posts?|services?|grants?|sessions?|waiting (?:lists?|times?)|call|line|signal|grass|cake|costs?) (?:was|were|is|are|has been|have been|had been|got|being) cut|cut(?:s|ting)? (?:to|in|the) (?:the )?(?:funding|budget|hours|services?|waiting|costs?|cake|time|number|list)|cut off (?:date|point|time)|(?:her|his|the) cut off for|cut (?:me|us|him|her|them)? ?off (?:on|while|mid|during)|short cuts?',
  'pinn(?:ed|ing) (?:it|(?:the|a|up the) (?:rota|note|notice|list|poster|message|letter|timetable|sheet)|to the (?:board|notice))',
  'kick(?:s|ed|ing)? off (?:the|each|every|our|a|this) (?:\\w+ )?(?:meeting|huddle|day|session|week|term|project|review|call|training)|knock(?:ed|s)? (?:back|on)',
  'knife crime|self harm training|(?:sex|relationships) education|stranger danger|kni(?:fe|ves) and forks?|gang injunction (?:meeting|panel)',
  'dead (?:line|end|phone|battery)|(?:line|phone|laptop|signal|tablet|battery) (?:went|was|is|has gone) dead|kill(?:ing|ed)? (?:the|time)|rotten luck|drop in',
  `(?:ran|runs?|running) out of (?:the )?(?:leaflets?|vaccines?|forms?|stock|time|slots?|appointments?|copies|paper|ink|red books?|space|rooms?|test strips?|ideas|supplies)|(?:ran|run|running) off (?:copies|a copy|some copies)`,
  `(?:locked|shut) out of (?:${MEANT} )?(?:\\w+ )?(?:system|accounts?|laptop|computer|records?|files?|email|portal|app|database|meeting|call|discussion)`,
  `released (?:from|for|to) (?:${MEANT} )?(?:meeting|clinic|dut(?:y|ies)|class|lessons?|work|shift|cover|training|attend|write)|(?:figures?|results?|reports?|funding|minutes|guidance|data|places?) (?:was|were|is|are|has been|have been) released`,
  '(?:that|this|it|which|time|date|day|room|link) works? for (?:them|him|her)|works? for (?:them|him) (?:one|two|three|four|five|part|full|as)',
  'owes? (?:us|me|her|him|them|mum|dad) (?:an?|some|the) (?:reply|answer|call|letter|visit|apology|update|report|email|response|copy)',
  'row of|in a row|(?:second|first|third|next|last|same|wrong|bottom|top|each|every) row',
  'touch(?:ed|ing)? base|in touch|touch ?screen|touched by (?:the|a|this|their) (?:thank|kind\\w*|cards?|letters?|gesture|feedback)',
  'fight(?:s|ing)? for (?:funding|funds|a place|places|more|support|resources|the (?:group|service|post|funding|place))',
  `(?:cant|cannot|can not|could not|couldnt|did not|didnt) find (?:${MEANT} )?(?:\\w+ )?(?:files?|records?|forms?|clinic|books?|notes?|letters?|plan|room|link|number|email|entrance|report|policy|keys?|page|document|chart|list)`,
  'respond(?:ed|ing|s)? to (?:\\w+ ){0,2}(?:emails?|letters?|calls?|messages?|referrals?|requests?|invitations?|consultation|surveys?|reminders?|quer(?:y|ies))',
  '(?:has|have|is) gone (?:on|to|over to|over|into) (?:\\w+ )?(?:leave|holiday|another team|a new|the new|training|panel|print)|has gone (?:well|up|down|live|smoothly|better|astray)',
  'walked (?:out|off) (?:happy|happier|smiling|with (?:my|the) (?:pen|plan|form|leaflet|folder))',
  `looking for (?:her|his|their|a) (?:\\w+ )?(?:files?|nursery|place|records?|forms?|job|notes?|school|letter|glasses)`,
  `${PAPER} (?:\\w+ ){0,3}(?:sent|given|going|goes|returned)(?: back)? to (?:him|her|them|dad|mum)|(?:sent|gave|given|returned) (?:${MEANT} )?${PAPER} (?:back )?to (?:him|her|them|dad|mum)`,
  'freezing in the (?:waiting room|office|clinic|hall|classroom)|(?:waiting room|office|clinic|hall|classroom) (?:was|is) freezing|no coat (?:pegs?|hooks?)|hungry for (?:more|training|learning|change)',
  '(?:photos?|pictures?|videos?) (?:of|from) the (?:trip|outing|training|assembly|event|play|sports day|concert)|we met (?:\\w+ ){1,3}online|met (?:\\w+ ){1,3}online for (?:the|a|our|her|his) (?:review|meeting|conference|session)',
  'killer (?:rota|week|shift|heels)|(?:deadline|rota|paperwork|caseload|wait|heat) is killing|drowning in (?:\\w+ )?(?:referrals|paperwork|emails|work|forms)|dying to (?:hear|know|see|tell|try)|(?:laptop|phone|battery|computer|printer|tablet) (?:has |had |just )?died|cho(?:ke|ked|king) up|slammed in the (?:press|report)|punch(?:ed|ing) in (?:the|a) (?:\\w+ )?(?:date|number|code)|bombed (?:its|the|her|his) (?:inspection|exams?|interview)|thrown (?:in at the deep end|by the)|(?:threw|throw|throwing|thrown) (?:\\w+ ){0,3}(?:forms?|leaflets?|files?|papers?|stock) out|burn(?:t|ed|ing) the candle|smoking (?:advice|cessation)|home alone from (?:the )?(?:training|work|meeting)|strapped (?:her|his) (?:ankle|wrist|knee)|bit(?:ten)? by a (?:gnat|midge|mosquito|tick|insect)|swallowed up by',
  'hotel (?:meeting|conference)|bridge (?:meeting|building|project|team|programme)|secret (?:santa|ballot|recipe)|phone is off (?:on|at|after) (?:her|his|their|weekends)',
]

export const ORDINARY = new RegExp(`\\b(?:${[...CARE, ...WORK].join('|')})\\b`, 'g')
