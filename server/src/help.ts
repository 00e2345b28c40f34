import { testedVersions } from './engines/tested-versions.js';

const { mysql, mongo, redis } = testedVersions;

/** What `npm start -- --help` prints. */
export const help = `Medweave: a healthcare backend on MySQL, MongoDB and Redis.

  npm start              engines, schema, demo clinic and server, on http://127.0.0.1:3000
  npm start -- --help    this page

Stores: each is used where its URL says, else a program on the PATH is started, else one is fetched once into the
user's cache folder.
  MYSQL_URL              mysql://user:password@host:3306/medweave   the database must exist, and the account
                         should have neither SUPER nor CONNECTION_ADMIN, which do not notice a failover
  MONGO_URL              mongodb://host:27017/medweave
  REDIS_URL              redis://host:6379
The tests run on MySQL ${mysql}, Redis ${redis} and MongoDB ${mongo} (its engine, embedded); other versions are untried.

Server:
  PORT                   3000
  HOST                   127.0.0.1; 0.0.0.0 listens on every interface
  NODE_ENV               development; production wants MEDWEAVE_SECRET and seeds no demo clinic
  MEDWEAVE_SECRET        at least 32 characters; every key is derived from it, so keep it: the server does not start with
                         another one than the data were sealed with, nor in production with one that can be guessed
  MEDWEAVE_METRICS_TOKEN who reads /metrics shows it (Authorization: Bearer …); without it, they are read only on this
                         machine, where HOST is loopback and NODE_ENV is not production
  MEDWEAVE_DATA          .medweave; where engines keep their data and logs
  MEDWEAVE_DEMO          yes or no: whether an empty database gets the demo clinic
  MEDWEAVE_ANALYTICS     yes; no leaves the numbers of analytics to another process
  MEDWEAVE_ADMIN_EMAIL   with MEDWEAVE_ADMIN_PASSWORD: makes the first admin where there is none
  MEDWEAVE_PUBLIC_URL    the URL that clients use; the issuer in tokens
  MEDWEAVE_CORS_ORIGINS  *; or a comma-separated list of origins
  MEDWEAVE_TRUSTED_PROXIES   addresses or CIDR ranges whose X-Forwarded-For is believed; limits count per client network
  MEDWEAVE_MAX_CONNECTIONS   10000; how many may be open at a time
  MEDWEAVE_MAX_CONNECTIONS_PER_NETWORK   2000; of them from one address (IPv6: one /64), unless it is a trusted proxy
  BCRYPT_COST            12
  LOG_LEVEL              info; silent, error, warn, info or debug

Ctrl-C stops everything that was started. The data stays.`;
