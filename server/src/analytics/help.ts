/** What `npm run analytics:verify -- --help` prints. */
export const analyticsHelp = `Holds the numbers of analytics against the records.

  npm run analytics:verify    recomputes every fact and sum from the source rows; exit code 1 when any differs
  npm run analytics:rebuild   builds them anew beside those that answer, and swaps

Both may run while the server does. They use the stores of a Medweave that runs here (npm start), else those of
MYSQL_URL, MONGO_URL and REDIS_URL, else they start engines on the data folder as npm start does.`;
