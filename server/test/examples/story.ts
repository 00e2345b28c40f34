import { changePassword, forgetPassword, openAccount } from './scenes/account.js';
import { keepCalendars } from './scenes/calendar.js';
import { keepChart } from './scenes/chart.js';
import { furnish, leaveAndComeBack } from './scenes/directory.js';
import { addUp } from './scenes/numbers.js';
import { keepPatients } from './scenes/patients.js';
import { bookVisits } from './scenes/visits.js';
import type { Stage } from './stage.js';

/** Uses every operation of the API at least once with success, in the order of a clinic's life. */
export async function playStory(stage: Stage): Promise<void> {
  const mina = await openAccount(stage);
  const house = await furnish(stage, mina.client);
  await keepCalendars(stage, house, mina);
  const visited = await bookVisits(stage, house, mina);
  await keepPatients(stage, house);
  await keepChart(stage, house, mina, visited);
  await addUp(stage, house, mina);
  await changePassword(mina);
  await leaveAndComeBack(house);
  await forgetPassword(stage, mina, house);
}
