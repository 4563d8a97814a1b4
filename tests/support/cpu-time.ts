/**
 * The processor time that this thread has taken so far, in milliseconds. What lies between two of them
 * says what something costs; the time on the wall would say how busy the machine is.
 */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
