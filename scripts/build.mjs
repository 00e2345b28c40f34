// Bundles the server into dist/server, for the container image.
import { bundleServer } from './lib/bundle.mjs';

await bundleServer();
