/** SQL about a row of the audit log: signing in, and being refused, is on record and changes nothing. */
export const isNoChange =
  "REGEXP_LIKE(action, '^user[.](signed_(in|out)|.*_(failed|throttled|refused|unlisted))$')";
