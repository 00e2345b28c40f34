// Starts engines on the folder given and holds them until it is killed: node --import tsx engine-holder.ts FOLDER
import { startEngines } from '../../src/engines/start-engines.js';

const engines = await startEngines({ dataDir: process.argv[2] ?? '', env: {}, report: () => {} });
const pids = Object.values(engines.processes).map((engine) => engine.pid);
console.log(JSON.stringify({ mysqlUrl: engines.mysqlUrl, pids }));
