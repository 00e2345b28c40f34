import {
  type AdditionalProps,
  type TsoaRoute,
  ExpressTemplateService as TsoaTemplateService,
  ValidateError,
} from '@tsoa/runtime';
import type { Request, Response } from 'express';
import { etagOf, isVersionKnown } from '../lib/etag.js';
import { OwnWords } from '../lib/field-errors.js';
import { isWantedAsCsv, sendCsv } from './csv.js';
import { longJson, longListIn } from './long-json.js';
import type { AuthenticatedRequest, TracedRequest } from './request.js';
import { sendText } from './send-text.js';
import { TextValidation } from './text-validation.js';
import { unknownNames } from './unknown-names.js';

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
    this.validationService = new TextValidation(models, config);
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
    if (hasVersion(data)) response.set('ETag', etagOf(data.version));
    if (data === undefined || data === null) response.status(statusCode ?? 204).end();
    else if (isWantedAsCsv(response.req, data)) sendCsv(response.status(statusCode ?? 200), data);
    else if (isKnown(response.req, data)) response.status(304).end();
    else sendJson(response.status(statusCode ?? 200), data);
  }
}

/** Whether the reader has this version already (RFC 9110, 13.1.2). */
const isKnown = ({ method, headers }: Request, data: unknown): boolean =>
  hasVersion(data) &&
  (method === 'GET' || method === 'HEAD') &&
  isVersionKnown(headers['if-none-match'], data.version);

function sendJson(response: Response, data: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  const list = longListIn(data);
  if (!list) sendText(response, JSON.stringify(data));
  else longJson(list).then((text) => sendText(response, text), response.req.next);
}

const hasVersion = (data: unknown): data is { version: number } =>
  typeof data === 'object' && data !== null && 'version' in data && typeof data.version === 'number';

const bodyMissing = new OwnWords('a JSON body with Content-Type application/json is required');

function refuseMissingBody({ args, request }: ArgumentSources): void {
  const body = Object.values(args).find((arg) => arg.in === 'body');
  const isMissing = request.body === undefined || (request as TracedRequest).bodyBytes?.length === 0;
  if (body?.required && isMissing) throw new ValidateError({ body: bodyMissing }, '');
}

function refuseUnknownQuery({ args, request }: ArgumentSources): void {
  const declared = Object.values(args);
  if (declared.some((arg) => arg.in === 'queries')) return; // validated as one object, which refuses extras
  const known = declared.filter((arg) => arg.in === 'query').map((arg) => arg.name);
  const unknown = Object.keys(request.query).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new ValidateError(unknownNames('query', unknown, known), '');
}
