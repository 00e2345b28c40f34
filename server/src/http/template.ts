import {
  type AdditionalProps,
  type TsoaRoute,
  ExpressTemplateService as TsoaTemplateService,
  ValidateError,
} from '@tsoa/runtime';
import type { Request, Response } from 'express';
import { bodyMissing, queryUnknown } from '../lib/field-errors.js';
import { isWantedAsCsv, sendCsv } from './csv.js';
import type { AuthenticatedRequest, TracedRequest } from './request.js';
import { StrictValidation } from './strict-validation.js';

interface ArgumentSources {
  args: Record<string, TsoaRoute.ParameterSchema>;
  request: Request;
  response: Response;
}

/**
 * What the generated routes run on: tsoa's own service with three holes closed. A missing body is refused, unknown
 * query parameters are refused, and answers carry `ETag` and `Idempotency-Replayed`.
 */
export class ExpressTemplateService extends TsoaTemplateService {
  constructor(models: TsoaRoute.Models, config: AdditionalProps) {
    super(models, config);
    this.validationService = new StrictValidation(models, config);
  }

  override getValidatedArgs(sources: ArgumentSources): unknown[] {
    refuseMissingBody(sources);
    refuseUnknownQuery(sources);
    return super.getValidatedArgs(sources);
  }

  protected override returnHandler(params: {
    response: Response;
    headers?: unknown;
    statusCode?: number;
    data?: unknown;
  }): void {
    const { response, statusCode, data } = params;
    if (response.headersSent) return;
    const { actor } = response.req as Partial<AuthenticatedRequest>;
    // Patient data, and the tokens that a sign-in is answered with, which has no actor yet.
    if (actor || response.req.method !== 'GET') response.set('Cache-Control', 'no-store');
    if (actor?.once?.isReplayed) response.set('Idempotency-Replayed', 'true');
    if (hasVersion(data)) response.set('ETag', `"${data.version}"`);
    if (data === undefined || data === null) response.status(statusCode ?? 204).end();
    else if (isWantedAsCsv(response.req, data)) sendCsv(response.status(statusCode ?? 200), data);
    else sendJson(response.status(statusCode ?? 200), data);
  }
}

/** Head and body leave in one write. Only who asks conditionally needs Express, which may answer 304. */
function sendJson(response: Response, data: unknown): void {
  if (response.req.headers['if-none-match'] !== undefined) {
    response.json(data);
    return;
  }
  const body = JSON.stringify(data);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

const hasVersion = (data: unknown): data is { version: number } =>
  typeof data === 'object' && data !== null && 'version' in data && typeof data.version === 'number';

function refuseMissingBody({ args, request }: ArgumentSources): void {
  const body = Object.values(args).find((arg) => arg.in === 'body');
  const isMissing = request.body === undefined || (request as TracedRequest).bodyBytes?.length === 0;
  if (body?.required && isMissing) throw new ValidateError({ body: { message: bodyMissing } }, '');
}

function refuseUnknownQuery({ args, request }: ArgumentSources): void {
  const declared = Object.values(args);
  if (declared.some((arg) => arg.in === 'queries')) return; // validated as one object, which refuses extras
  const known = new Set(declared.filter((arg) => arg.in === 'query').map((arg) => arg.name));
  if (Object.keys(request.query).some((name) => !known.has(name)))
    throw new ValidateError({ query: { message: queryUnknown } }, '');
}
