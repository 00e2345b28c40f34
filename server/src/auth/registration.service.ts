import type { EventsRepository } from '../events/events.repository.js';
import { type Actor, type Caller, systemActor } from '../lib/actor.js';
import { type AppError, conflict } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import { type Database, isDuplicateKey, type Tx } from '../lib/mysql.js';
import { fullName } from '../lib/person.js';
import type { PatientsService } from '../patients/patients.service.js';
import type { RegisterPatient, SignedIn } from './auth.types.js';
import type { Passwords } from './passwords.js';
import type { SessionOpening } from './session-opening.js';
import type { UsersRepository } from './users.repository.js';

/** What is kept of a registration under its Idempotency-Key: never the tokens it was answered with. */
interface Registered {
  userId: string;
}

/** Patients who sign up by themselves. */
export class RegistrationService {
  constructor(
    private readonly db: Database,
    private readonly users: UsersRepository,
    private readonly opening: SessionOpening,
    private readonly patients: PatientsService,
    private readonly passwords: Passwords,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Creates the patient and the sign-in, and signs in. Repeated under its Idempotency-Key it signs the same patient in
   * anew; any other request for this address is refused, whatever password it has.
   * @throws AppError `email_taken`, `idempotency_key_reused`, `too_many_sign_ins`
   */
  async register(caller: Caller, request: RegisterPatient): Promise<SignedIn> {
    const keyed = { ...systemActor(caller.requestId), once: caller.once };
    const earlier = await this.writes.earlierAnswer<Registered>(keyed);
    if (earlier) return this.#openAgain(earlier, request.password);
    const passwordHash = await this.passwords.hash(request.password);
    let signedIn = null as SignedIn | null;
    const registered = await this.writes.run(keyed, async (tx) => {
      const userId = await this.#insert(tx, newcomer(caller), request, passwordHash);
      signedIn = await this.opening.open(tx, userId);
      return { userId };
    });
    return signedIn && !caller.once?.isReplayed ? signedIn : this.#openAgain(registered, request.password);
  }

  /** @returns the id of the user. @throws AppError `email_taken` */
  async #insert(tx: Tx, actor: Actor, request: RegisterPatient, passwordHash: string): Promise<string> {
    const { password: _password, ...person } = request;
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

  /** For the very request that registered them, unless its password or the whole sign-in is good no longer. */
  async #openAgain({ userId }: Registered, password: string): Promise<SignedIn> {
    const found = await this.users.maybeCredentialsOf(userId);
    const hash = found?.user.canSignIn ? found.passwordHash : null;
    const isStill = await this.passwords.matches(password, hash);
    const signedIn =
      found && isStill ? await this.db.transaction((tx) => this.opening.openStill(tx, found)) : null;
    if (!signedIn) throw emailTaken();
    return signedIn;
  }
}

/** Whoever registers acts as the user they are about to be. */
const newcomer = ({ requestId }: Caller): Actor => ({
  ...systemActor(requestId),
  userId: newId(),
  role: 'patient',
});

const emailTaken = (): AppError =>
  conflict('email_taken', 'There is a sign-in with this e-mail address already.');
