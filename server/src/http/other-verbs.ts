import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import { AppError, notFound } from '../lib/errors.js';

/** What an Express router tries one after the other: routes, and routers within it, which are mounted at the root. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
  match(path: string): boolean;
}

/** Answers what no route took: 405 with the path's verbs where it has any (RFC 9110, 15.5.6), else 404. */
export function refuseUnknownRoute(router: Router): RequestHandler {
  const layers = router.stack as unknown as readonly Layer[];
  return ({ path }: Request, response: Response, next: NextFunction) => {
    const verbs = new Set(verbsOf(layers, path));
    if (verbs.size === 0) {
      next(notFound('route_not_found'));
      return;
    }
    if (verbs.has('GET')) verbs.add('HEAD');
    verbs.add('OPTIONS'); // answered ahead of the routes, for browsers
    response.setHeader('Allow', [...verbs].sort().join(', '));
    next(new AppError('method_not_allowed'));
  };
}

function verbsOf(layers: readonly Layer[], path: string): string[] {
  return layers.flatMap((layer) => {
    if (!layer.route) return verbsOf(layer.handle?.stack ?? [], path);
    return layer.match(path) ? Object.keys(layer.route.methods).map((verb) => verb.toUpperCase()) : [];
  });
}
