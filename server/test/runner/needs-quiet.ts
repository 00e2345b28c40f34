/** Tests that compare how long things take while much is asked: another lane's work would be measured, too. */
export const needsQuiet: ReadonlySet<string> = new Set(['server/test/auth/sign-in-flood.test.ts']);
