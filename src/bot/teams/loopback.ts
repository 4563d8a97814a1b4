/** Whether an address names this machine only. */
export function isLoopback(address: unknown): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false
  const { hostname } = new URL(address)
  return ['localhost', '[::1]'].includes(hostname) || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
