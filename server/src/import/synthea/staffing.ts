import type { Tally } from '../tally.js';
import type { Organization } from './organizations.js';
import type { Provider } from './provider-rows.js';
import type { SourceVisit } from './visits.js';

/** Whom and what the encounters name that no row of the other files is. */
export interface StandIns {
  /** Doctors, one for an organization whose encounters name none. */
  doctors: { externalId: string; organizationId: string }[];
  /** Whether there are encounters of no organization. */
  hasOrganization: boolean;
}

/** The department of encounters for which the file names none. */
export const noOrganization = 'stand-in';

/**
 * Says of each encounter who attended it and where, from the files alone, so that every run says the same. Since 2020
 * the encounter names both. Before, PROVIDER is the organization: then it is the doctor who had visits there, if the
 * file leaves no other, else a stand-in of the organization. What is guessed is told.
 */
export function staffed(
  visits: readonly SourceVisit[],
  organizations: readonly Organization[],
  providers: readonly Provider[],
  tally: Tally,
): { visits: SourceVisit[]; standIns: StandIns } {
  const staff = new Staff(organizations, providers, tally);
  const staffedVisits = visits.map((visit) => staff.attended(visit));
  return { visits: staffedVisits, standIns: staff.standIns() };
}

class Staff {
  readonly #organizationIds: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<string, Provider>;
  readonly #byOrganization: ReadonlyMap<string, Provider[]>;
  readonly #standIns = new Map<string, string>();
  #hasOrganization = false;

  constructor(
    organizations: readonly Organization[],
    providers: readonly Provider[],
    private readonly tally: Tally,
  ) {
    this.#organizationIds = new Set(organizations.map(({ externalId }) => externalId));
    this.#byId = new Map(providers.map((provider) => [provider.externalId, provider]));
    this.#byOrganization = Map.groupBy(providers, ({ organizationId }) => organizationId);
  }

  attended(visit: SourceVisit): SourceVisit {
    const { providerId } = visit;
    if (this.#byId.has(providerId)) return this.#ofProvider(visit, this.#byId.get(providerId) as Provider);
    if (providerId === '') return this.#ofNobody(visit);
    return this.#organizationIds.has(providerId) ? this.#ofOrganization(visit) : visit;
  }

  standIns(): StandIns {
    const doctors = [...this.#standIns].map(([externalId, organizationId]) => ({
      externalId,
      organizationId,
    }));
    return { doctors, hasOrganization: this.#hasOrganization };
  }

  #ofProvider(visit: SourceVisit, provider: Provider): SourceVisit {
    if (this.#organizationIds.has(visit.organizationId)) return visit;
    if (visit.organizationId !== '') return visit; // names one that the file does not have: it is told and skipped
    this.tally.guess('names no ORGANIZATION: it is the provider’s', visit.line);
    return { ...visit, organizationId: provider.organizationId };
  }

  /** Synthea of before 2020. */
  #ofOrganization(visit: SourceVisit): SourceVisit {
    const organizationId = visit.providerId;
    const doctors = this.#byOrganization.get(organizationId) ?? [];
    const busy = doctors.filter(({ encounterCount }) => (encounterCount ?? 0) > 0);
    const [only] = busy.length === 1 ? busy : doctors.length === 1 ? doctors : [];
    if (only) {
      const why = doctors.length === 1 ? 'its only doctor' : 'the only one of its doctors who had any';
      this.tally.guess(`names an organization as PROVIDER: given to ${why}`, visit.line);
      return { ...visit, organizationId, providerId: only.externalId };
    }
    this.tally.guess(
      'names an organization as PROVIDER, and nothing tells which of its doctors: given to a stand-in',
      visit.line,
    );
    return { ...visit, organizationId, providerId: this.#standInOf(organizationId) };
  }

  #ofNobody(visit: SourceVisit): SourceVisit {
    const isKnown = this.#organizationIds.has(visit.organizationId);
    if (!isKnown && visit.organizationId !== '') return visit;
    const organizationId = isKnown ? visit.organizationId : noOrganization;
    if (!isKnown) this.#hasOrganization = true;
    this.tally.guess(
      isKnown
        ? 'names no PROVIDER: given to a stand-in of its organization'
        : 'names neither PROVIDER nor ORGANIZATION: given to a stand-in',
      visit.line,
    );
    return { ...visit, organizationId, providerId: this.#standInOf(organizationId) };
  }

  #standInOf(organizationId: string): string {
    const externalId = `stand-in ${organizationId}`;
    this.#standIns.set(externalId, organizationId);
    return externalId;
  }
}
