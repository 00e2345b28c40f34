import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` shows. Labels hold route templates and kinds, never ids. */
export class Metrics {
  readonly registry = new Registry();
  readonly requestSeconds = new Histogram({
    name: 'medweave_request_seconds',
    help: 'Time from the first byte in to the last byte out, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [this.registry],
  });
  readonly refused = new Counter({
    name: 'medweave_refused_total',
    help: 'Requests refused on arrival because too many were waiting, by lane: work, signIns, or large.',
    labelNames: ['lane'],
    registers: [this.registry],
  });
  readonly cut = new Counter({
    name: 'medweave_cut_total',
    help: 'Connections ended for the sake of others, by reason: sending or reading (too slow), idle, connections (too many of a network), pipeline (too many requests on one).',
    labelNames: ['reason'],
    registers: [this.registry],
  });
  readonly contention = new Counter({
    name: 'medweave_contention_total',
    help: 'Deadlocks and lock time-outs that a transaction was tried again for.',
    registers: [this.registry],
  });
  readonly damping = new Counter({
    name: 'medweave_damping_total',
    help: 'Bookings by what Redis did for them: cold (not asked), held, elsewhere (somebody else holds it), away.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly documentsDelivered = new Counter({
    name: 'medweave_documents_delivered_total',
    help: 'Documents written to MongoDB, by who delivered them: request or relay.',
    labelNames: ['by'],
    registers: [this.registry],
  });
  readonly documentsRefused = new Counter({
    name: 'medweave_documents_refused_total',
    help: 'Documents that could not be delivered as they are, counted each time that they were tried.',
    registers: [this.registry],
  });
  readonly documentsParked = new Gauge({
    name: 'medweave_documents_parked',
    help: 'Documents that were refused again and again: MySQL keeps them, and they are tried once an hour.',
    registers: [this.registry],
  });
  readonly documentsMissing = new Counter({
    name: 'medweave_documents_missing_total',
    help: 'Documents that MongoDB did not hold, or not as they were accepted, when somebody looked.',
    registers: [this.registry],
  });
  readonly documentsQuarantined = new Counter({
    name: 'medweave_documents_quarantined_total',
    help: 'Documents without a row in MySQL that the reconciler moved to quarantine.',
    registers: [this.registry],
  });
  readonly eventAttempts = new Counter({
    name: 'medweave_event_attempts_total',
    help: 'Attempts to deliver an event, by outcome: delivered, failed, or late (somebody else had the lease by then).',
    labelNames: ['consumer', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
