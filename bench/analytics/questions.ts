import type { AnalyticsRepository } from '../../server/src/analytics/analytics.repository.js';
import type { View } from '../../server/src/analytics/view.js';

/** A question, asked of the rows and asked of the summaries. */
export interface Question {
  name: string;
  raw: string;
  ask: (analytics: AnalyticsRepository, view: View) => Promise<{ rows: unknown[] }>;
}

/** How the statements begin that answer them. */
export const answers = 'SELECT `now_at`%';

const lastYear = new Date().getUTCFullYear() - 1;

/** The four classic ones, over everything there is; months, of a year. */
export const questions: readonly Question[] = [
  {
    name: 'topDoctors',
    raw: `SELECT doctor_id, COUNT(*) AS completed, SUM(TIMESTAMPDIFF(MINUTE, starts_at, ends_at)) AS minutes
      FROM appointments WHERE state = 'completed' GROUP BY doctor_id ORDER BY completed DESC LIMIT 10`,
    ask: (analytics, view) => analytics.topDoctors(view, 10),
  },
  {
    name: 'departmentLoad',
    raw: `SELECT department_id, COUNT(*) AS appointments, SUM(state = 'completed') AS completed,
        SUM(state = 'cancelled') AS cancelled, SUM(state = 'no_show') AS no_shows,
        SUM(TIMESTAMPDIFF(MINUTE, starts_at, ends_at)) AS minutes
      FROM appointments GROUP BY department_id`,
    ask: (analytics, view) => analytics.departments(view),
  },
  {
    name: 'monthlyVisits',
    raw: `SELECT YEAR(opened_at) AS year, MONTH(opened_at) AS month, kind, COUNT(*) AS visits
      FROM medical_records WHERE opened_at >= '${lastYear}-01-01' AND opened_at < '${lastYear + 1}-01-01'
      GROUP BY year, month, kind ORDER BY year, month`,
    ask: (analytics, view) => analytics.visitMonths({ ...view, year: lastYear }),
  },
  {
    name: 'doctorWorkload',
    raw: `SELECT doctor_id, COUNT(*) AS appointments, SUM(state = 'completed') AS completed,
        SUM(state = 'cancelled') AS cancelled, SUM(state = 'no_show') AS no_shows,
        SUM(TIMESTAMPDIFF(MINUTE, starts_at, ends_at)) AS minutes,
        AVG(TIMESTAMPDIFF(MINUTE, created_at, starts_at)) AS lead_minutes
      FROM appointments GROUP BY doctor_id ORDER BY appointments DESC LIMIT 50`,
    ask: (analytics, view) => analytics.doctors(view, 50),
  },
];
