import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../../server/test/support/browser.js';
import { builtSdk } from '../support/built-sdk.js';
import { BookingPage } from './booking-page.js';
import { holdVisit, type PageClinic, type SignInData, startPageClinic } from './page-clinic.js';
import { type PageServer, servePage } from './page-server.js';
import { expireKeptToken, keptTokens, watchRenewals } from './shared-session.js';

const failed = (status: string) =>
  `error: Failed to load resource: the server responded with a status of ${status}`;
const unauthorized = failed('401 (Unauthorized)');
const signedText = 'Dry cough for two weeks, lungs clear. Fluids, rest.';
const draftText = 'Think of an X-ray.';

describe('A page of another origin, in a real browser', function () {
  // The browser is fetched where there is none.
  this.timeout(600_000);
  let server: PageServer;
  let foreignServer: PageServer;
  let clinic: PageClinic;
  let browser: Browser;
  let mina: SignInData;
  let page: BookingPage;
  let otherPage: BookingPage;
  /** What is in the consoles of all pages, but for what a test has expected and taken out. */
  const said: string[] = [];

  before(async () => {
    [server, foreignServer] = [await servePage(builtSdk()), await servePage(builtSdk())];
    browser = await startBrowser();
    clinic = await startPageClinic(server.origin);
    mina = await clinic.newPatient('Mina');
    page = await openFor(server);
    otherPage = await openFor(server);
  });
  after(async () => {
    await browser?.close();
    await clinic?.stop();
    await server?.close();
    await foreignServer?.close();
  });
  afterEach(function () {
    const unexpected = said.splice(0);
    if (this.currentTest?.isPassed()) expect(unexpected).to.deep.equal([]);
  });

  /** In a profile of its own: another person at another computer. */
  async function openFor({ origin }: PageServer): Promise<BookingPage> {
    const context = await browser.newContext();
    context.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => said.push(`uncaught: ${error.error().message}`));
    return BookingPage.open(context, origin, clinic.baseUrl);
  }

  it('turns a wrong password away', async () => {
    await page.signIn({ ...mina, password: 'not the one' });
    expect(await page.status()).to.equal('That failed: credentials_wrong.');
    expect(said.splice(0)).to.deep.equal([unauthorized]);
  });

  it('signs in, lists free times and books one', async () => {
    await page.signIn(mina);
    expect(await page.textOf('Signed in as')).to.equal('Signed in as Mina Harker');
    const [, time = ''] = await page.freeTimes();
    await page.press(time);
    expect(await page.status()).to.equal(`Booked ${time}.`);
    expect(await page.freeTimes()).to.not.include(time);
  });

  it('shows the next free times to the slower of two', async () => {
    await otherPage.signIn(await clinic.newPatient('Lucy'));
    const [, , wanted = ''] = await otherPage.freeTimes();
    expect(await page.freeTimes()).to.include(wanted);
    await Promise.all([page.press(wanted), otherPage.press(wanted)]);
    const answers = [await page.status(), await otherPage.status()];
    const taken = `${wanted} has just been taken. These are the next free times.`;
    expect(answers).to.have.members([`Booked ${wanted}.`, taken]);
    expect(said.splice(0)).to.deep.equal([failed('409 (Conflict)')]);

    const loser = answers[0] === taken ? page : otherPage;
    const [next = ''] = await loser.freeTimes();
    expect(next).to.not.equal(wanted);
    await loser.press(next);
    expect(await loser.status()).to.equal(`Booked ${next}.`);
  });

  it('shows a note once it is released, and no draft', async () => {
    await holdVisit(clinic, mina, signedText, draftText);
    expect(await page.notes()).to.deep.equal([signedText]);
  });

  it('is still signed in after a reload', async () => {
    await page.tab.reload();
    expect(await page.textOf('Signed in as')).to.equal('Signed in as Mina Harker');
    expect(await page.notes()).to.deep.equal([signedText]);
  });

  const expiries = [
    { who: 'the server', change: {}, console: [unauthorized, unauthorized] },
    { who: 'the clock', change: { renewAtMs: 0 }, console: [] },
  ];
  for (const { who, change, console } of expiries) {
    it(`renews the session once for two tabs when ${who} says that it has expired`, async () => {
      const context = page.tab.context();
      const second = await BookingPage.open(context, server.origin, clinic.baseUrl);
      await Promise.all([page.tab.reload(), second.freeTimes()]);
      await page.freeTimes();
      await expireKeptToken(page.tab, clinic.secret, change);
      const renewals = await watchRenewals(context, async () => {
        expect(await Promise.all([page.notes(), second.notes()])).to.deep.equal([[signedText], [signedText]]);
      });
      expect(renewals).to.deep.equal({ count: 1, tookTurns: true });
      for (const one of [page, second]) {
        await one.tab.reload();
        expect(await one.textOf('Signed in as')).to.equal('Signed in as Mina Harker');
        await one.freeTimes();
      }
      await second.tab.close();
      expect(said.splice(0)).to.deep.equal(console);
    });
  }

  it('runs the SDK in a worker, too', async () => {
    await page.press('Show the departments');
    const found = await page.textOf('A worker found');
    expect(found).to.equal('A worker found Cardiology, General Medicine.');
  });

  it('may read the headers that the SDK goes by', async () => {
    const post = async (path: string, content: object, headers: Record<string, string> = {}) => {
      const all = { 'content-type': 'application/json', ...headers };
      const init = { method: 'POST', headers: all, body: JSON.stringify(content) };
      return page.fetch(`${clinic.baseUrl}/api/v1${path}`, init);
    };
    const { accessToken = '' } = (await keptTokens(page.tab)) ?? {};
    const keyed = { authorization: `Bearer ${accessToken}`, 'idempotency-key': 'a-page-books-twice' };
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const slots = await page.fetch(`${clinic.baseUrl}/api/v1/slots?from=${tomorrow}`);
    const [{ doctorId, startsAt }] = JSON.parse(slots.body);
    await post('/appointments', { doctorId, startsAt }, keyed);
    const replay = await post('/appointments', { doctorId, startsAt }, keyed);
    expect(replay).to.have.property('status', 201);
    expect(replay.headers).to.include({ etag: '"1"', 'idempotency-replayed': 'true' });
    expect(replay.headers['x-request-id']).to.match(/^[0-9a-f-]{36}$/);

    const wrong = { email: 'nobody@test.example', password: 'not the one' };
    let refusal = await post('/auth/login', wrong);
    while (refusal.status === 401) refusal = await post('/auth/login', wrong);
    expect(refusal).to.have.property('status', 429);
    expect(Number(refusal.headers['retry-after'])).to.be.within(1, 900);
    expect(new Set(said.splice(0))).to.deep.equal(new Set([unauthorized, failed('429 (Too Many Requests)')]));
  });

  it('gets nothing when its origin is not on the list', async () => {
    const foreign = await openFor(foreignServer);
    await foreign.signIn(mina);
    expect(await foreign.status()).to.equal('The clinic cannot be reached.');
    expect(await keptTokens(foreign.tab)).to.equal(null);
    const plain = (url: string) =>
      fetch(url).then(
        () => 'read',
        () => 'refused',
      );
    expect(await foreign.tab.evaluate(plain, `${clinic.baseUrl}/api/v1/departments`)).to.equal('refused');
    const consoleLines = said.splice(0);
    expect(consoleLines.filter((line) => line.includes('has been blocked by CORS policy'))).to.not.be.empty;
    for (const line of consoleLines) expect(line).to.match(/blocked by CORS policy|net::ERR_FAILED/);
  });
});
