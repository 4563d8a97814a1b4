/** How long something has waited for a decision, in words. */
export function waited(workingDays: number): string {
  if (workingDays === 0) return 'less than a working day'
  return workingDays === 1 ? '1 working day' : `${workingDays} working days`
}
