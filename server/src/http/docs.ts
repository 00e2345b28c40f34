import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Router } from 'express';
import { openApiFile } from '../paths.js';
import { sendText } from './send-text.js';

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Medweave API</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0"><div id="docs"></div><script src="/docs/redoc.js"></script><script src="/docs/start.js"></script></body>
</html>`;

const start = "Redoc.init('/openapi.json', {}, document.getElementById('docs'));";

/** Redoc styles itself and searches in a worker; nothing comes from elsewhere. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; img-src data:; worker-src blob:";

/** `/openapi.json` and `/docs`: served from this process, nothing is loaded from elsewhere. */
export function docsRouter(): Router {
  const router = Router();
  const redoc = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js');
  let description: string | null = null;
  router.get('/openapi.json', (_request, response) => {
    description ??= readFileSync(openApiFile, 'utf8');
    sendText(response.type('application/json'), description);
  });
  router.get('/docs', (_request, response) => {
    response.set('Content-Security-Policy', contentSecurityPolicy).type('text/html').send(page);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(start);
  });
  router.get('/docs/redoc.js', (_request, response) => {
    response.sendFile(redoc);
  });
  return router;
}
