import type { EventsRepository } from '../events/events.repository.js';
import { type Actor, type Caller, systemActor } from '../lib/actor.js';
import { AppError, conflict } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import { type Database, isDuplicateKey, type Tx } from '../lib/mysql.js';
import { fullName } from '../lib/person.js';
import type { PatientsService } from '../patients/patients.service.js';
import type { Attempts, Place } from './attempts.js';
import type { RegisterPatient, SignedIn } from './auth.types.js';
import type { Party } from './fair-queue.js';
import type { KnownPlaces } from './known-places.js';
import type { PasswordTries } from './password-tries.js';
import type { Passwords } from './passwords.js';
import type { SessionOpening } from './session-opening.js';
import { normalEmail } from './user-rows.js';
import type { UsersRepository } from './users.repository.js';

/** What is kept of a registration under its Idempotency-Key: never the tokens it was answered with. */
interface Registered {
  userId: string;
}

export interface RegistrationDependencies {
  passwords: Passwords;
  attempts: Attempts;
  places: KnownPlaces;
  tries: PasswordTries;
}

/** Patients who sign up by themselves. */
export class RegistrationService {
  constructor(
    private readonly db: Database,
    private readonly users: UsersRepository,
    private readonly opening: SessionOpening,
    private readonly patients: PatientsService,
    private readonly uses: RegistrationDependencies,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Creates the patient and the sign-in, and signs in. Repeated under its Idempotency-Key it signs the same patient in
   * anew; any other request for this address is refused, whatever password it has.
   * @throws AppError `email_taken`, `idempotency_key_reused`, `too_many_registrations`, `too_many_sign_ins`
   */
  async register(caller: Caller, request: RegisterPatient): Promise<SignedIn> {
    const keyed = { ...systemActor(caller.requestId), once: caller.once };
    const earlier = await this.writes.earlierAnswer<Registered>(keyed);
    if (earlier) return this.#openAgain(earlier, caller, request);
    await this.uses.tries.requireFewTaken(caller);
    const passwordHash = await this.uses.passwords.hash(request.password, partyOf(caller, request));
    let signedIn = null as SignedIn | null;
    const place = this.#placeOf(caller, request);
    const work = async (tx: Tx): Promise<Registered> => {
      const userId = await this.#insert(tx, newcomer(caller), request, passwordHash);
      const opened = await this.opening.open(tx, userId);
      signedIn = { ...opened, deviceToken: await this.uses.places.remember(tx, userId, place) };
      return { userId };
    };
    const registered = await this.#countTaken(caller, this.writes.run(keyed, work));
    return signedIn && !caller.once?.isReplayed ? signedIn : this.#openAgain(registered, caller, request);
  }

  /** @returns the id of the user. @throws AppError `email_taken` */
  async #insert(tx: Tx, actor: Actor, request: RegisterPatient, passwordHash: string): Promise<string> {
    const { password: _password, deviceToken: _deviceToken, ...person } = request;
    const { email } = person;
    const patient = await this.patients.insert(tx, actor, person);
    const patientId = patient.id;
    const user = { id: actor.userId, email, passwordHash, role: 'patient' as const, patientId };
    try {
      await this.users.insert(tx, { ...user, displayName: fullName(patient) });
    } catch (error) {
      throw isDuplicateKey(error, 'users.users_email') ? emailTaken() : error;
    }
    const event = { kind: 'user.registered', subjectId: user.id, patientId, payload: {} };
    await this.events.append(tx, actor, event);
    return user.id;
  }

  /** Whoever asks with one address after the other learns by the refusals which have an account. */
  async #countTaken<T>(caller: Caller, registration: Promise<T>): Promise<T> {
    try {
      return await registration;
    } catch (error) {
      if (error instanceof AppError && error.code === 'email_taken') await this.uses.tries.countTaken(caller);
      throw error;
    }
  }

  /** For the very request that registered them, unless its password or the whole sign-in is good no longer. */
  async #openAgain({ userId }: Registered, caller: Caller, request: RegisterPatient): Promise<SignedIn> {
    const found = await this.users.maybeCredentialsOf(userId);
    const hash = found?.user.canSignIn ? found.passwordHash : null;
    const isStill = await this.uses.passwords.matches(request.password, hash, partyOf(caller, request));
    if (!found || !isStill) throw emailTaken();
    const place = this.#placeOf(caller, request);
    const signedIn = await this.db.transaction(async (tx) => {
      const opened = await this.opening.openStill(tx, found);
      return opened && { ...opened, deviceToken: await this.uses.places.remember(tx, userId, place) };
    });
    if (!signedIn) throw emailTaken();
    return signedIn;
  }

  #placeOf(caller: Caller, { email, deviceToken }: RegisterPatient): Place {
    return this.uses.attempts.placeOf(caller, normalEmail(email), deviceToken);
  }
}

const partyOf = ({ network }: Caller, { email }: RegisterPatient): Party => ({
  network,
  account: normalEmail(email),
  isKnown: false,
});

/** Whoever registers acts as the user they are about to be. */
const newcomer = ({ requestId }: Caller): Actor => ({
  ...systemActor(requestId),
  userId: newId(),
  role: 'patient',
});

const emailTaken = (): AppError => conflict('email_taken');
