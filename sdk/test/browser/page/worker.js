import { Medweave } from './sdk/index.js';

addEventListener('message', async ({ data: baseUrl }) => {
  const names = [];
  for await (const { name } of new Medweave({ baseUrl }).departments.list()) names.push(name);
  postMessage(`A worker found ${names.join(', ')}.`);
});
