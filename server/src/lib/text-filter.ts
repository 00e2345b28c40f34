/** A LIKE pattern for "begins with": what the caller typed stands for itself. */
export const beginsWith = (prefix: string): string => `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
