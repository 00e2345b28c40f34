import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveAnswer } from './contract.js';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse & { app?: { locals?: { controllers?: unknown } } };
}

const channel = 'http.server.request.start';

/**
 * Shows every answer of every Medweave server in this process, just before its last byte is sent.
 * @returns ends it
 */
export function watchAnswers(see: (answer: LiveAnswer) => void): () => void {
  const start = (message: unknown) => watch(message as Exchange, see);
  subscribe(channel, start);
  return () => unsubscribe(channel, start);
}

function watch({ request, response }: Exchange, see: (answer: LiveAnswer) => void): void {
  const { method = '', url = '' } = request;
  const chunks: Buffer[] = [];
  const [write, end] = [response.write.bind(response), response.end.bind(response)];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  response.write = ((chunk: unknown, ...rest: []) => {
    keep(chunk);
    return write(chunk, ...rest);
  }) as ServerResponse['write'];
  response.end = ((chunk?: unknown, ...rest: []) => {
    keep(chunk);
    // Only the app of a composed Medweave has controllers; other servers of tests are fakes.
    if (response.app?.locals?.controllers) {
      const headers = Object.fromEntries(
        Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
      );
      const body = Buffer.concat(chunks).toString();
      see({ method, url, status: response.statusCode, headers, body });
    }
    return end(chunk, ...rest);
  }) as ServerResponse['end'];
}
