import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { DeliveryStore } from '../../ports/deliveries.ts'

/**
 * One answered request. Each value has few possibilities; none is an address, a person or an
 * agency.
 */
export interface Answered {
  readonly method: string
  /** The route's template. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

export interface Metrics {
  answered(request: Answered): void
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

const METHODS = ['GET', 'HEAD', 'POST']
/** Statuses the server answers with. All others are counted together. */
const STATUSES = [
  200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500,
  503,
]
const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/** Counts what the process does, in a registry of its own. */
export function createMetrics(deliveries: Pick<DeliveryStore, 'counts'>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'learning_loop_http_requests_total',
    help: 'Requests answered, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'learning_loop_http_request_duration_seconds',
    help: 'How long requests took to be answered, in seconds',
    // Without the status: each further value would add fourteen lines.
    labelNames: ['method', 'route'],
    buckets: BUCKETS_S,
    registers,
  })
  new Gauge({
    name: 'learning_loop_deliveries',
    help: 'Messages to people, by where they stand',
    labelNames: ['state'],
    registers,
    async collect() {
      // Without the store the rest can still be read. A missing number must not look like zero.
      this.reset()
      const counts = await deliveries.counts().catch(() => ({}))
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count)
    },
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered({ method, route, status, seconds }) {
      const labels = { method: METHODS.includes(method) ? method : 'other', route }
      requests.inc({ ...labels, status: STATUSES.includes(status) ? status : 'other' })
      durations.observe(labels, seconds)
    },
  }
}
