import type { BrowserContext, Request } from 'playwright-core';

/** What a browser writes to its console of each refused request; the request itself is noted with its address. */
const SAYS_IT_AGAIN = /^Failed to load resource: the server responded with a status of/;
/** Asked by the page and no longer wanted, e.g. a search overtaken by the next letter. */
const GIVEN_UP = /net::ERR_ABORTED/;

/** Everything a page should never do: words on the console, errors, refused or failed requests, and requests elsewhere. */
export class Noise {
  private readonly everything: string[] = [];
  private readonly expected: RegExp[] = [];
  private readonly asking = new Set<Request>();

  constructor(context: BrowserContext, origin: string) {
    context.on('console', (message) => {
      const isLoud = ['error', 'warning', 'assert'].includes(message.type());
      if (isLoud && !SAYS_IT_AGAIN.test(message.text())) this.note(`console ${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => this.note(`error: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => {
      const { protocol, origin: to } = new URL(request.url());
      if (/^https?:$/.test(protocol) && to !== origin) this.note(`request elsewhere: ${request.url()}`);
      // The stream of what is recorded never ends.
      if (request.resourceType() !== 'eventsource') this.asking.add(request);
    });
    context.on('requestfinished', (request) => this.asking.delete(request));
    context.on('requestfailed', (request) => {
      this.asking.delete(request);
      const why = request.failure()?.errorText ?? 'failed';
      if (!GIVEN_UP.test(why)) this.note(`${why}: ${request.method()} ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.note(`${response.status()} ${response.request().method()} ${response.url()}`);
    });
  }

  /** What a test provokes: a refusal such as `/409 POST/`. */
  expect(...patterns: readonly RegExp[]): void {
    this.expected.push(...patterns);
  }

  get heard(): readonly string[] {
    return this.everything.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }

  /** What was heard since it was last taken. */
  taken(): readonly string[] {
    const { heard } = this;
    this.everything.length = 0;
    return heard;
  }

  /** Addresses still being asked. */
  get pending(): readonly string[] {
    return [...this.asking].map((request) => request.url());
  }

  private note(line: string): void {
    this.everything.push(line);
  }
}
