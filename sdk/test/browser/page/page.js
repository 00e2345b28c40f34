import { ConnectionError, localStorageTokens, Medweave, SlotTaken, Unauthorized } from './sdk/index.js';

const hours = 4;
const baseUrl = new URLSearchParams(location.search).get('api');
const tokens = localStorageTokens();
const medweave = new Medweave({ baseUrl, tokens });
const element = (id) => document.getElementById(id);

const timeOf = ({ startsAt }) =>
  new Date(startsAt).toLocaleTimeString('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });

/** Does what a click asks for, and says so where it fails. */
async function attempt(work) {
  element('status').textContent = '';
  try {
    await work();
  } catch (error) {
    if (error instanceof Unauthorized) showSignIn();
    element('status').textContent =
      error instanceof ConnectionError ? 'The clinic cannot be reached.' : `That failed: ${error.code}.`;
  }
}

function showSignIn() {
  element('sign-in').hidden = false;
  element('clinic').hidden = true;
}

async function showClinic() {
  const { displayName } = await medweave.auth.me();
  element('who').textContent = `Signed in as ${displayName}`;
  element('sign-in').hidden = true;
  element('clinic').hidden = false;
  await showFreeTimes();
}

async function showFreeTimes() {
  const [{ doctorId }] = await medweave.slots.firstFree({ specialization: 'General practice' });
  const from = new Date();
  const to = new Date(from.getTime() + hours * 3_600_000);
  const slots = await medweave.doctors.slots(doctorId, { from: from.toISOString(), to: to.toISOString() });
  offer(doctorId, slots);
}

function offer(doctorId, slots) {
  const buttons = slots.map((slot) => {
    const button = document.createElement('button');
    button.textContent = timeOf(slot);
    button.addEventListener('click', () => attempt(() => book(doctorId, slot)));
    return button;
  });
  element('times').replaceChildren(...buttons.map(listed));
}

async function book(doctorId, slot) {
  try {
    const visit = await medweave.appointments.book({ doctorId, startsAt: slot.startsAt });
    await showFreeTimes();
    element('status').textContent = `Booked ${timeOf(visit)}.`;
  } catch (error) {
    if (!(error instanceof SlotTaken)) throw error;
    offer(doctorId, error.nextFree);
    element('status').textContent = `${timeOf(slot)} has just been taken. These are the next free times.`;
  }
}

async function showNotes() {
  const texts = [];
  for await (const { id: recordUuid } of medweave.medicalRecords.list()) {
    for await (const { text } of medweave.clinicalNotes.list({ recordUuid })) texts.push(text);
  }
  element('notes').replaceChildren(...texts.map(listed));
}

function listed(content) {
  const item = document.createElement('li');
  item.append(content);
  return item;
}

element('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const { email, password } = Object.fromEntries(new FormData(event.target));
  attempt(async () => {
    await medweave.auth.login({ email, password });
    await showClinic();
  });
});
element('show-notes').addEventListener('click', () => attempt(showNotes));
element('show-departments').addEventListener('click', () => {
  const worker = new Worker('worker.js', { type: 'module' });
  worker.addEventListener('message', ({ data }) => {
    element('departments').textContent = data;
    worker.terminate();
  });
  worker.postMessage(baseUrl);
});

if (await tokens.load()) await attempt(showClinic);
else showSignIn();
