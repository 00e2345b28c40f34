import type { BrowserContext, Page } from 'playwright-core';
import type { SignInData } from './page-clinic.js';

export interface Received {
  readonly status: number;
  /** Those that the page's own code may read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The page as a person uses it: what she types and clicks, and what she sees then. */
export class BookingPage {
  constructor(readonly tab: Page) {}

  static async open(context: BrowserContext, origin: string, baseUrl: string): Promise<BookingPage> {
    const tab = await context.newPage();
    await tab.goto(`${origin}/?api=${encodeURIComponent(baseUrl)}`);
    return new BookingPage(tab);
  }

  async signIn({ email, password }: SignInData): Promise<void> {
    await this.tab.getByLabel('E-mail').fill(email);
    await this.tab.getByLabel('Password').fill(password);
    await this.press('Sign in');
  }

  async press(button: string): Promise<void> {
    await this.tab.getByRole('button', { name: button, exact: true }).click();
  }

  /** The text that begins so, once it is to be seen. */
  async textOf(beginning: string): Promise<string> {
    const found = this.tab.getByText(beginning);
    await found.waitFor();
    return (await found.textContent()) ?? '';
  }

  /** What the page says after the last click. */
  async status(): Promise<string> {
    await this.tab.locator('#status:not(:empty)').waitFor();
    return (await this.tab.getByRole('status').textContent()) ?? '';
  }

  async freeTimes(): Promise<string[]> {
    const buttons = this.tab.getByRole('list', { name: 'Free times' }).getByRole('button');
    await buttons.first().waitFor();
    return buttons.allTextContents();
  }

  async notes(): Promise<string[]> {
    await this.press('Show my notes');
    const items = this.tab.getByRole('list', { name: 'Notes' }).getByRole('listitem');
    await items.first().waitFor();
    return items.allTextContents();
  }

  /** Fetches without the SDK, from within the page. */
  async fetch(
    url: string,
    init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Received> {
    return this.tab.evaluate(
      async ([address, options]) => {
        const response = await fetch(address, options);
        const headers = Object.fromEntries(response.headers);
        return { status: response.status, headers, body: await response.text() };
      },
      [url, init] as const,
    );
  }
}
