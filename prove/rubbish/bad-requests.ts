import { Draws } from '../../server/src/generate/draws.js';
import type { BadRequest } from './bad-request.js';
import type { Api } from './description.js';
import { goodRequest, type Things } from './good-requests.js';
import { messageFaults } from './message-faults.js';
import { placesOf } from './places.js';
import { shapeFaults, valueFaults } from './value-faults.js';

const messageFaultsPerOperation = 4;

/**
 * Bad requests to every operation: one of each kind at every place that takes a value, and some that are wrong as
 * messages. Which ones follows from the seed and the round.
 */
export function badRequests(api: Api, things: Things, seed: number, round: number): BadRequest[] {
  return api.operations.flatMap((operation, index) => {
    const draws = new Draws(seed).about(round, index);
    const good = goodRequest(api, things, operation);
    return [
      ...placesOf(api, operation).flatMap((place) => valueFaults(api, good, place, draws)),
      ...shapeFaults(api, good, draws),
      ...messageFaults(good, messageFaultsPerOperation, draws),
    ];
  });
}
