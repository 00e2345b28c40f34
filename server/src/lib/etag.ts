import { AppError } from './errors.js';

/**
 * Requires that a write which replaces was made against the newest version.
 * @param ifMatch the `If-Match` header, e.g. `"3"`
 * @throws AppError `if_match_required` (428) or `version_stale` (412)
 */
export function requireVersion(ifMatch: string | undefined, current: number): void {
  if (ifMatch === undefined)
    throw new AppError(
      'precondition_required',
      'if_match_required',
      'Send the version you read as If-Match.',
    );
  if (ifMatch !== `"${current}"`)
    throw new AppError(
      'stale',
      'version_stale',
      'It was changed since you read it. Read it again, then repeat.',
    );
}
