import { type Scope, scopeOf } from '../access/policy.js';
import type { Actor } from '../lib/actor.js';
import { invalid } from '../lib/errors.js';
import { fullName, type PersonName } from '../lib/person.js';
import { isCalendarDate } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';
import { isMrn, mrnFrom, requireMrn } from './mrn.js';
import { plainKeyCount, soughtKeysOf } from './name-keys.js';
import { asciiDigits } from './name-letters.js';
import { similarityTo } from './name-similarity.js';
import { foldedName, isSameName } from './name-spellings.js';
import type { PatientSearchRepository, ScopedPatient, SoughtName } from './patient-search.repository.js';
import { requireBroadView, shownTo, viewOf } from './patient-views.js';
import type { Patient, PatientMatches, SearchPatients, WholePatient } from './patients.types.js';

const maxMatches = 20;
const maxCandidates = 200;
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
    const { q, limit = maxMatches, birthOn = null } = query;
    requireOneWay(query);
    const scope = scopeOf(actor, 'patient.search');
    const exact = await this.#exact(scope, query);
    if (exact) return { items: exact.flatMap((row) => shownExactly(actor, row)).slice(0, limit) };
    const view = viewOf(actor.role);
    requireBroadView(view);
    const found = await this.#tolerant(scope, q ?? '', birthOn, limit);
    return { items: found.map((patient) => shownTo(view, patient)) };
  }

  /** By MRN, also one that stands in `q`, or by full name and birth date; `null` when it is asked for something else. */
  async #exact(scope: Scope, { q, mrn, givenName, familyName, birthOn }: SearchPatients) {
    if (mrn !== undefined) return this.patients.byMrn(scope, requireMrn(mrn));
    const mrnInQ = q === undefined ? null : mrnFrom(q);
    if (mrnInQ !== null && isMrn(mrnInQ)) return this.patients.byMrn(scope, mrnInQ);
    if (givenName === undefined || familyName === undefined || birthOn === undefined) return null;
    return this.#namesakes(scope, { givenName, familyName }, birthOn);
  }

  async #namesakes(scope: Scope, name: PersonName, birthOn: DateOn): Promise<ScopedPatient[]> {
    requireLetters('query.familyName', fullName(name));
    const rows = await this.patients.namesakes(scope, birthOn, soughtName(fullName(name)));
    return rows.filter(({ patient }) => isSameName(name, patient));
  }

  async #tolerant(
    scope: Scope,
    q: string,
    givenBirthOn: string | null,
    limit: number,
  ): Promise<WholePatient[]> {
    const { name, birthOn } = withoutDate(q, givenBirthOn);
    if (birthOn !== null && foldedName(name) === '') return this.patients.bornOn(scope, birthOn, limit);
    requireLetters('query.q', name);
    const similarity = similarityTo(name);
    const candidates = await this.patients.lookalikes(scope, { ...soughtName(name), birthOn }, maxCandidates);
    return candidates
      .map((patient) => ({ patient, score: similarity(patient) }))
      .filter(({ score }) => score >= likelyFrom)
      .sort((a, b) => b.score - a.score || byName(a.patient, b.patient))
      .slice(0, limit)
      .map(({ patient }) => patient);
  }
}

const soughtName = (name: string): SoughtName => ({
  keys: soughtKeysOf(name),
  sharedAtLeast: sharedAtLeast(name),
});

/** Who is in scope as the role sees them; of a stranger a doctor gets the match, and others nothing. */
function shownExactly(actor: Actor, { patient, isInScope }: ScopedPatient): Patient[] {
  if (isInScope) return [shownTo(viewOf(actor.role), patient)];
  return actor.role === 'doctor' ? [shownTo('match', patient)] : [];
}

/** A wrong letter spoils three trigrams, two swapped ones four: a third must be left over. */
const sharedAtLeast = (name: string): number => Math.max(1, Math.floor(plainKeyCount(name) / 3));

/** @throws AppError `validation_failed` for a name that is made of other signs only */
function requireLetters(field: string, name: string): void {
  if (foldedName(name) === '') throw invalid(field, 'must hold a letter or a digit');
}

/** @throws AppError `validation_failed` when the text holds a date that the calendar does not have, or a second one */
function withoutDate(q: string, givenBirthOn: string | null): { name: string; birthOn: string | null } {
  const text = asciiDigits(q);
  const [written] = /\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  if (written === undefined) return { name: text, birthOn: givenBirthOn };
  if (!isCalendarDate(written) || (givenBirthOn !== null && givenBirthOn !== written))
    throw invalid('query.q', 'must hold no other birth date than one that the calendar has');
  return { name: text.replace(written, ' '), birthOn: written };
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
