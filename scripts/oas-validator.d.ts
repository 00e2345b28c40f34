/** The package has no types of its own; this is what is used of it. */
declare module 'oas-validator' {
  /** @throws Error for the first finding, with the path to it in `options.context` */
  export function validate(description: object, options: object): Promise<{ readonly valid: boolean }>;
}
