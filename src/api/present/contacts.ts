import type { Contacts } from '../../contract/people.ts'

/** The lines of the contacts, each by its name. */
export const presentContacts = ({
  referral,
  referralOutOfHours,
  office,
  support,
  whistleblowing,
}: Contacts): Contacts => ({ referral, referralOutOfHours, office, support, whistleblowing })
