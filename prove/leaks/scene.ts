import type { StoreUrls } from '../../server/src/compose.js';
import { type Cast, cast, openStores, type Stores } from '../../server/test/clinical/clinical-cast.js';
import type { OpenClinic } from '../../server/test/support/calls.js';
import { patient } from '../../server/test/support/people.js';
import type { Dose } from '../kernel/proof.js';
import { Canaries, CanariesOf } from './canaries.js';
import { failUnforeseen, makeMistakes } from './mistakes.js';
import { PatientStory } from './patient-story.js';
import { type RedisWatch, watchRedis } from './redis-watch.js';
import { Teller } from './teller.js';

/** What was said to a clinic and where it may have come out. */
export interface Scene {
  readonly on: Cast;
  readonly canaries: Canaries;
  readonly teller: Teller;
  readonly stores: Stores;
  readonly redis: RedisWatch;
  readonly patientIds: readonly string[];
  close(): Promise<void>;
}

export interface SceneWish {
  readonly urls: StoreUrls;
  readonly dose: Dose;
  readonly seed: number;
}

const patientCount = { small: 1, full: 4 } as const;

/** Plays it: every patient's story, and every mistake. */
export async function playScene(clinic: OpenClinic, { urls, dose, seed }: SceneWish): Promise<Scene> {
  const stores = await openStores({ urls });
  const redis = await watchRedis(urls.redisUrl);
  const close = async () => {
    redis.close();
    await stores.close();
  };
  try {
    const on = await cast(clinic);
    const canaries = new Canaries(seed);
    const teller = new Teller(clinic, `leaks-${seed}`);
    const patientIds: string[] = [];
    for (let count = 1; count <= patientCount[dose]; count++) {
      on.otherPatient = await patient(clinic);
      const { patientId } = await new PatientStory(
        on,
        teller,
        new CanariesOf(canaries, `patient ${count}`),
      ).tell();
      patientIds.push(patientId);
    }
    await makeMistakes(on, teller, canaries, dose);
    await failUnforeseen(on, stores, teller, canaries);
    return { on, canaries, teller, stores, redis, patientIds, close };
  } catch (error) {
    await close();
    throw error;
  }
}
