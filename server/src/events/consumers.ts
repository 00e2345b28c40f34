/** Who works through events after they happened. Each event has one consumer at most. */
export type Consumer = 'summaries' | 'documents' | 'schedules';

const bySubject: Readonly<Record<string, Consumer>> = {
  appointment: 'summaries',
  record: 'summaries',
  diagnosis: 'summaries',
  note: 'summaries',
  observation: 'documents',
  patient: 'documents',
  doctor: 'schedules',
  schedule: 'schedules',
  holiday: 'schedules',
};

/** @param kind `subject.verb` */
export const consumerOf = (kind: string): Consumer | null =>
  bySubject[kind.slice(0, kind.indexOf('.'))] ?? null;
