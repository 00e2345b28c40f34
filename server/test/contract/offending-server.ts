import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';

export interface Offender {
  url: string;
  server: Server;
}

/** A server that counts as Medweave, and answers `auth_me` as it never may; in two pieces. */
export function startOffender(): Promise<Offender> {
  const app = express();
  app.locals.controllers = {};
  app.get('/api/v1/auth/me', (_request, response) => {
    response.type('application/json').write('{"id":');
    response.end(Buffer.from('17}'));
  });
  return new Promise((resolve) => {
    const server = app.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://localhost:${port}/api/v1/auth/me`, server });
    });
  });
}
