import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Config } from '../config.js';
import { AppError, notFound } from '../lib/errors.js';
import { isLoopback } from '../lib/loopback.js';

/**
 * Who may read `/metrics`: whoever shows MEDWEAVE_METRICS_TOKEN. Without one, only who asks this machine itself, where
 * nobody else can, and not in production; a proxy before it would ask for everybody.
 */
export function metricsAccess({
  metricsToken,
  isProduction,
  host,
}: Pick<Config, 'metricsToken' | 'isProduction' | 'host'>) {
  const isOpen = !isProduction && isLoopback(host);
  return (request: Request): void => {
    if (metricsToken !== null) requireToken(request, metricsToken);
    else if (!isOpen || isPassedOn(request)) throw closed();
  };
}

function requireToken(request: Request, token: string): void {
  const [, shown = ''] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  // Hashes, because a comparison in constant time wants equal lengths.
  if (!timingSafeEqual(digest(shown), digest(token))) throw tokenInvalid();
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isPassedOn = (request: Request): boolean =>
  request.get('x-forwarded-for') !== undefined || request.get('forwarded') !== undefined;

/** As for any route that there is not. */
const closed = (): AppError => notFound('route_not_found');

const tokenInvalid = (): AppError =>
  new AppError('token_invalid', { detail: 'The metrics have a token of their own.' });
