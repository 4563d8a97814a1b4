// Single words that press as soon as somebody is spoken of, whatever else the sentence says. Each
// stands for all its forms: see `stemOf`. Words that are as common in an ordinary case ("cut",
// "lock", "missing", "cry") are left out: `danger.ts` looks at the words around them.

const FORCE = `
  slap smack punch kick thump clout whack wallop thrash batter beaten bash headbutt throttle strangle
  choke smother suffocate stab slash shoot shove yank drag grab snatch hurl fling flung slam squeeze
  pinch bite bitten spit spat scald whip cane flog lash spank torture assault attack shaken violence
  violent maul restrain gag chain cage handcuff shackle kneel booted trample stomp elbowed pummel
  lunge rammed pinned wrestle tackle hurt hurting harmed smash knocked swung burnt branding hostage
  abuse abuser abusive brutal cruel cruelty sadistic punish punishment beating flinch cower`

const HOW_SOMEBODY_IS = `
  bruise bruising bleed fracture welt wound scar swollen swelling sore concussion concussed
  unconscious unresponsive lifeless limp floppy seizure convulsion convulse collapse collapsed faint
  vomit overdose poison poisoned dehydrated emaciated skeletal malnourished starve starving gasping
  wheezing suffocating ligature noose coffin suicide suicidal die dying dead died drown drowning
  murder kill killing killer alive stillborn miscarriage anaphylaxis sepsis meningitis electrocuted
  burns blister blisters limping paralysed hypothermia stiff purple ballooning unwakeable rouse
  hungry famished filthy squalor maggot faeces excrement urine infested lice fleas rotten vermin rats
  soiled evicted homeless destitute freezing cellar balcony stairwell rooftop ledge cupboard`

const WEAPONS = `
  knife knives machete gun pistol rifle shotgun blade razor axe crossbow sword screwdriver hammer
  petrol acid bleach arson weapon bomb grenade lighter matches bat bats tracker`

const SEXUAL = `
  rape rapist naked nude nudes porn grope fondle molest undress undressing strip condom std sti
  chlamydia gonorrhoea prostitute prostituted prostitution brothel pimp penis vagina genitals
  masturbate masturbating underwear knickers indecent explicit webcam sexting sexual sexually predator
  paedophile groom groomed grooming kiss kissed lap seduce incest lovebite upskirt flasher flashed
  snapchat omegle onlyfans sugar`

const DRUGS_AND_CRIME = `
  drunk vodka booze whisky methadone heroin cocaine ketamine fentanyl cannabis weed needle needles
  syringe intoxicated stoned sedate sedated sedating spliff pills opioid junkie relapsed dealer dealing
  gang gangs cuckooed traffic trafficked trafficker smuggle burner ransom blackmail extort exploit
  exploited abduct abducted kidnap kidnapped captive vanish vanished abscond absconded sold slave
  slavery servitude fgm disown passport`

const THREATS_AND_FEAR = `
  threat threaten intimidate stalk stalking stalker stalked harass revenge terrify terrified terrifying
  petrified begged begging pleading scream screaming shriek hysterical nightmares rage raging furious
  enraged menacing lurking prowling stranger strangers goodbye desperate hopeless evil possessed demon
  exorcism witch witchcraft`

/** A word without the endings of its forms: "slapped" is "slap". */
export function stemOf(word: string): string {
  if (word.length < 5) return word.length === 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
  const bare = word.replace(/(?:ings?|ed|ers?|es|s)$/, '')
  return bare
    .replace(/([bdfgklmnprt])\1$/, '$1')
    .replace(/(?<=..)e$/, '')
    .replace(/y$/, 'i')
}

export const PRESSING_WORDS: ReadonlySet<string> = new Set(
  [FORCE, HOW_SOMEBODY_IS, WEAPONS, SEXUAL, DRUGS_AND_CRIME, THREATS_AND_FEAR]
    .flatMap((topic) => topic.trim().split(/\s+/))
    .map(stemOf),
)
