// Loaded into a Medweave program before it starts: node --import tsx --import THIS_FILE server.mjs
import { writeSync } from 'node:fs';
import { brokenBy, Contract } from './contract.js';
import { watchAnswers } from './contract-watch.js';

const contract = Contract.committed();
const stderr = 2;

watchAnswers((answer) => {
  const violation = contract.violationOf(answer);
  // At once: the program may be killed before it would be written.
  if (violation !== null) writeSync(stderr, `${brokenBy}${JSON.stringify(violation)}\n`);
});
