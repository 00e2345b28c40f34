import { createConnection, type RowDataPacket } from 'mysql2/promise';

/** What is wrong with a clinic's appointments and claims, counted by SQL that shares nothing with the server. */
export interface BookingFaults {
  /** Pairs of visits of one doctor, or of one patient, that overlap though neither was overbooked. */
  overlapsOfDoctors: number;
  overlapsOfPatients: number;
  /** Visits that do not hold exactly one claim per tick and person, or holds whose claims end at another instant. */
  wronglyClaimed: number;
  /** Claims whose appointment is missing, cancelled or expired. */
  orphanClaims: number;
  /** Overbooked claims above nobody: the time under them would be bookable, though it is not listed. */
  hollowSeats: number;
  /** Visits without exactly one event, and one audit row, of each change that their version counts. */
  unevenHistories: number;
  /** Visits that ended more than once. */
  endedTwice: number;
}

export const noFaults: BookingFaults = {
  overlapsOfDoctors: 0,
  overlapsOfPatients: 0,
  wronglyClaimed: 0,
  orphanClaims: 0,
  hollowSeats: 0,
  unevenHistories: 0,
  endedTwice: 0,
};

const over = "('cancelled', 'expired')";

const overlaps = (person: 'doctor' | 'patient') => `
  SELECT COUNT(*) AS found FROM appointments AS one
  JOIN appointments AS other ON other.${person}_id = one.${person}_id AND other.id > one.id
    AND other.starts_at < one.ends_at AND one.starts_at < other.ends_at
  WHERE one.state NOT IN ${over} AND other.state NOT IN ${over} AND one.${person}_seat = 0 AND other.${person}_seat = 0`;

const tick = (instant: string) => `(TIMESTAMPDIFF(MINUTE, '1970-01-01', ${instant}) DIV 5)`;

const wronglyClaimed = `
  SELECT COUNT(*) AS found FROM (
    SELECT visit.id, MAX(visit.state) AS state,
      MAX(${tick('visit.ends_at')} - ${tick('visit.starts_at')}) AS ticks,
      COUNT(claim.tick) AS claims,
      SUM(claim.tick < ${tick('visit.starts_at')} OR claim.tick >= ${tick('visit.ends_at')}) AS outside,
      SUM(claim.resource_kind = 1 AND claim.resource_id = visit.doctor_id) AS of_doctor,
      SUM(claim.resource_kind = 2 AND claim.resource_id = visit.patient_id) AS of_patient,
      SUM(claim.expires_at IS NOT NULL) AS expiring,
      SUM(claim.expires_at <> visit.hold_expires_at) AS mistimed
    FROM appointments AS visit LEFT JOIN slot_claims AS claim ON claim.appointment_id = visit.id
    WHERE visit.state NOT IN ${over} GROUP BY visit.id
  ) AS claimed
  WHERE claims <> 2 * ticks OR of_doctor <> ticks OR of_patient <> ticks OR outside > 0
    OR expiring <> IF(state = 'held', claims, 0) OR mistimed > 0`;

const orphanClaims = `
  SELECT COUNT(*) AS found FROM slot_claims AS claim
  LEFT JOIN appointments AS visit ON visit.id = claim.appointment_id
  WHERE visit.id IS NULL OR visit.state IN ${over}`;

const hollowSeats = `
  SELECT COUNT(*) AS found FROM slot_claims AS above
  LEFT JOIN slot_claims AS below ON below.resource_kind = above.resource_kind AND below.resource_id = above.resource_id
    AND below.tick = above.tick AND below.seat = 0
  WHERE above.seat > 0 AND below.tick IS NULL`;

const changesIn = (table: string) =>
  `LEFT JOIN (SELECT subject_id, COUNT(*) AS found FROM ${table} GROUP BY subject_id) AS ${table}
    ON ${table}.subject_id = visit.id`;

const unevenHistories = `
  SELECT COUNT(*) AS found FROM appointments AS visit ${changesIn('events')} ${changesIn('audit_log')}
  WHERE IFNULL(events.found, 0) <> visit.version OR IFNULL(audit_log.found, 0) <> visit.version`;

const endedTwice = `
  SELECT COUNT(*) AS found FROM (
    SELECT subject_id FROM events WHERE kind IN ('appointment.cancelled', 'appointment.expired', 'appointment.missed', 'appointment.completed')
    GROUP BY subject_id HAVING COUNT(*) > 1
  ) AS repeated`;

export async function bookingFaults(mysqlUrl: string): Promise<BookingFaults> {
  const connection = await createConnection({ uri: mysqlUrl, timezone: 'Z' });
  const count = async (statement: string): Promise<number> => {
    const [[row]] = await connection.query<RowDataPacket[]>(statement);
    return Number(row?.found);
  };
  try {
    return {
      overlapsOfDoctors: await count(overlaps('doctor')),
      overlapsOfPatients: await count(overlaps('patient')),
      wronglyClaimed: await count(wronglyClaimed),
      orphanClaims: await count(orphanClaims),
      hollowSeats: await count(hollowSeats),
      unevenHistories: await count(unevenHistories),
      endedTwice: await count(endedTwice),
    };
  } finally {
    await connection.end();
  }
}
