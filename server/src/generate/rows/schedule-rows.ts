import { systemActor } from '../../lib/actor.js';
import { uuidBytes, uuidText } from '../../lib/ids.js';
import { DAY_MS, dateOfDay, formatInstant } from '../../lib/time.js';
import { zonedStart } from '../../lib/zone.js';
import { idKinds } from '../generated-ids.js';
import { type Generation, tableWriter } from '../generation.js';
import { siteZones } from '../plan/doctors-plan.js';
import type { BulkLink } from './bulk-link.js';
import type { ChangeLog } from './change-log.js';
import { flushDue } from './table-writer.js';

const nobodyDisplaced = { displaced: [], displacedCount: 0 };

const hourColumns = ['id', 'doctor_id', 'weekday', 'start_minute', 'end_minute'];

export async function writeHours(generation: Generation, link: BulkLink, log: ChangeLog): Promise<void> {
  const { plan, ids } = generation;
  const hours = tableWriter(generation, link, 'working_hours', hourColumns);
  let counter = 0;
  for (const { number, week } of plan.doctors) {
    const subject = ids.doctors.bytes(number);
    for (const [index, windows] of week.entries())
      for (const { startMinute, endMinute } of windows) {
        hours.rows.bytes(ids.early(idKinds.hours, counter++));
        hours.rows.bytes(subject);
        hours.rows.integer(index + 1);
        hours.rows.integer(startMinute);
        hours.rows.integer(endMinute);
        hours.rows.endRow();
      }
    const payload = JSON.stringify({ version: 2, ...nobodyDisplaced });
    const atMs = generation.plan.startDay * DAY_MS;
    log.add({ kind: 'schedule.hours_changed', subject, patient: null, payload, atMs });
    await flushDue(hours, log);
  }
  await hours.flush();
}

const timeOffColumns = ['id', 'doctor_id', 'starts_at', 'ends_at', 'reason', 'created_by', 'created_at'];

export async function writeTimeOff(generation: Generation, link: BulkLink, log: ChangeLog): Promise<void> {
  const { plan, ids } = generation;
  const createdBy = uuidBytes(systemActor('generate').userId);
  const timeOff = tableWriter(generation, link, 'time_off', timeOffColumns);
  let counter = 0;
  for (const { number, site, away } of plan.doctors)
    for (const [index, { fromDay, toDay }] of away.entries()) {
      const zone = siteZones[site] ?? siteZones[0];
      const startsMs = zonedStart(dateOfDay(fromDay), 0, zone);
      const endsMs = zonedStart(dateOfDay(toDay), 1_440, zone);
      const id = ids.early(idKinds.timeOff, counter++);
      timeOff.rows.bytes(id);
      timeOff.rows.bytes(ids.doctors.bytes(number));
      timeOff.rows.instant(startsMs);
      timeOff.rows.instant(endsMs);
      timeOff.rows.text('Holiday');
      timeOff.rows.bytes(createdBy);
      timeOff.rows.instant(generation.plan.startDay * DAY_MS);
      timeOff.rows.endRow();
      const entry = {
        timeOffId: uuidText(id),
        startsAt: formatInstant(startsMs),
        endsAt: formatInstant(endsMs),
      };
      const payload = JSON.stringify({ ...entry, version: 3 + index, ...nobodyDisplaced });
      const subject = ids.doctors.bytes(number);
      const atMs = generation.plan.startDay * DAY_MS;
      log.add({ kind: 'schedule.time_off_added', subject, patient: null, payload, atMs });
      await flushDue(timeOff, log);
    }
  await timeOff.flush();
}
