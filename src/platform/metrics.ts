import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

export interface Metrics {
  registry: Registry
  requests: Counter<'kind' | 'status'>
  seconds: Histogram<'kind'>
}

/** What /metrics shows: the process, and requests by kind of page. No identifiers of readers. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Counter({
      name: 'dear_reader_requests_total',
      help: 'Requests answered, by kind and status.',
      labelNames: ['kind', 'status'],
      registers: [registry],
    }),
    seconds: new Histogram({
      name: 'dear_reader_request_seconds',
      help: 'Seconds taken by requests that were not answered from kept pages.',
      labelNames: ['kind'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [registry],
    }),
  }
}
