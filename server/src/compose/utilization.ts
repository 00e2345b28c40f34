import type { AnalyticsConsumer } from '../events/analytics-consumer.js';
import { PendingEvents } from '../events/pending-events.js';
import { OfferedDays } from '../utilization/offered-days.js';
import { OfferedDaysRepository } from '../utilization/offered-days.repository.js';
import { OfferedRebuild } from '../utilization/offered-rebuild.js';
import { OfferedTimeConsumer } from '../utilization/offered-time.consumer.js';
import { OfferedVerification } from '../utilization/offered-verification.js';
import { UtilizationController } from '../utilization/utilization.controller.js';
import { UtilizationRepository } from '../utilization/utilization.repository.js';
import { UtilizationService } from '../utilization/utilization.service.js';
import type { ControllerEntries, Foundation } from './foundation.js';
import type { Scheduling } from './scheduling.js';

/**
 * The time that doctors offer, and how much of it is booked.
 * @param now the clock that says what today is
 */
export function composeUtilization({ db, urls }: Foundation, { schedules }: Scheduling, now = Date.now) {
  const pending = new PendingEvents(db, 'schedules');
  const repository = new OfferedDaysRepository();
  const days = new OfferedDays(repository, schedules);
  const consumer = new OfferedTimeConsumer({
    db,
    mysqlUrl: urls.mysqlUrl,
    pending,
    repository,
    days,
    rebuilding: new OfferedRebuild(repository, days),
    verification: new OfferedVerification(urls.mysqlUrl, pending, repository, days),
    now,
  });
  const utilization = new UtilizationService(new UtilizationRepository(db));
  return {
    services: { utilization },
    consumers: [consumer] as AnalyticsConsumer[],
    controllers: [
      [UtilizationController, new UtilizationController(utilization)],
    ] satisfies ControllerEntries,
  };
}
