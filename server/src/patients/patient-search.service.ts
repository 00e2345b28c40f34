import { type Scope, scopeOf } from '../access/policy.js';
import type { Actor } from '../lib/actor.js';
import { invalid } from '../lib/errors.js';
import { isCalendarDate } from '../lib/time.js';
import { isMrn } from './mrn.js';
import { similarityOf } from './name-similarity.js';
import { foldedName, spellingsOf, trigramsOf } from './name-spellings.js';
import type { ExactPatient, PatientSearchRepository } from './patient-search.repository.js';
import { requireBroadView, shownTo, viewOf } from './patient-views.js';
import type { Patient, PatientMatches, SearchPatients, WholePatient } from './patients.types.js';

const matchesAtMost = 20;
const candidatesAtMost = 200;
/** One wrong letter in four is a typing error, two in six are another name. */
const likelyFrom = 0.7;

export class PatientSearch {
  constructor(private readonly patients: PatientSearchRepository) {}

  /**
   * Tolerant within the actor's scope; a doctor also finds a stranger by exact match, and sees name, birth year and
   * MRN only: enough to break the glass in an emergency.
   * @throws AppError `validation_failed`; `exact_match_only` for a role that may not search tolerantly
   */
  async search(actor: Actor, query: SearchPatients): Promise<PatientMatches> {
    const { q, limit = matchesAtMost, ...exact } = query;
    requireOneWay(query);
    const scope = scopeOf(actor, 'patient.search');
    const mrn = q === undefined ? exact.mrn : mrnIn(q);
    if (q === undefined || mrn !== undefined)
      return { items: await this.#exact(actor, scope, { ...exact, mrn }, limit) };
    const view = viewOf(actor.role);
    requireBroadView(view);
    const found = await this.#tolerant(scope, q, exact.birthOn ?? null, limit);
    return { items: found.map((patient) => shownTo(view, patient)) };
  }

  async #exact(actor: Actor, scope: Scope, exact: ExactPatient, limit: number): Promise<Patient[]> {
    const rows = await this.patients.exact(scope, exact, limit);
    return rows.flatMap(({ patient, isInScope }) => {
      if (isInScope) return [shownTo(viewOf(actor.role), patient)];
      return actor.role === 'doctor' ? [shownTo('match', patient)] : [];
    });
  }

  async #tolerant(
    scope: Scope,
    q: string,
    givenBirthOn: string | null,
    limit: number,
  ): Promise<WholePatient[]> {
    const { name, birthOn } = withoutDate(q, givenBirthOn);
    if (foldedName(name) === '') return birthOn ? this.patients.bornOn(scope, birthOn, limit) : [];
    const sought = { trigrams: trigramsOf(spellingsOf(name)), sharedAtLeast: sharedAtLeast(name), birthOn };
    const candidates = await this.patients.lookalikes(scope, sought, candidatesAtMost);
    return candidates
      .map((patient) => ({
        patient,
        score: similarityOf(name, `${patient.givenName} ${patient.familyName}`),
      }))
      .filter(({ score }) => score >= likelyFrom)
      .sort((a, b) => b.score - a.score || byName(a.patient, b.patient))
      .slice(0, limit)
      .map(({ patient }) => patient);
  }
}

/** A wrong letter spoils three trigrams, two swapped ones four: a third must be left over. */
const sharedAtLeast = (name: string): number =>
  Math.max(1, Math.floor(trigramsOf([foldedName(name)]).length / 3));

function mrnIn(q: string): string | undefined {
  const text = q.trim().toUpperCase();
  return isMrn(text) ? text : undefined;
}

/** @throws AppError `validation_failed` when the text holds a date that the calendar does not have, or a second one */
function withoutDate(q: string, givenBirthOn: string | null): { name: string; birthOn: string | null } {
  const [written] = /\d{4}-\d{2}-\d{2}/.exec(q) ?? [];
  if (written === undefined) return { name: q, birthOn: givenBirthOn };
  if (!isCalendarDate(written) || (givenBirthOn !== null && givenBirthOn !== written))
    throw invalid('query.q', 'must hold no other birth date than one that the calendar has');
  return { name: q.replace(written, ' '), birthOn: written };
}

/** @throws AppError `validation_failed` unless the query says in exactly one way whom it wants */
function requireOneWay({ q, mrn, givenName, familyName, birthOn }: SearchPatients): void {
  if (birthOn !== undefined && !isCalendarDate(birthOn))
    throw invalid('query.birthOn', 'must be a date that the calendar has');
  const hasName = givenName !== undefined || familyName !== undefined;
  const isFullName = givenName !== undefined && familyName !== undefined && birthOn !== undefined;
  const ways = [q !== undefined, mrn !== undefined, hasName].filter(Boolean).length;
  if (ways !== 1 || (hasName && !isFullName))
    throw invalid('query', 'must have q, or mrn, or givenName with familyName and birthOn');
}

const byName = (a: WholePatient, b: WholePatient): number =>
  a.familyName.localeCompare(b.familyName, 'en') || (a.id < b.id ? -1 : 1);
