/** From the server's metrics: how long refusals took from the request's arrival to the answer's last byte. */
export interface ServerRefusals {
  readonly count: number;
  readonly within100Ms: number;
}

const sample = /^medweave_request_seconds_(bucket|count)\{(.*)\} (\d+)$/;

export async function serverRefusals(baseUrl: string): Promise<ServerRefusals> {
  const text = await (await fetch(`${baseUrl}/metrics`)).text();
  let [count, within100Ms] = [0, 0];
  for (const line of text.split('\n')) {
    const [, kind, labels = '', value] = sample.exec(line) ?? [];
    if (!/status="(503|429)"/.test(labels)) continue;
    if (kind === 'count') count += Number(value);
    else if (/le="0\.1"/.test(labels)) within100Ms += Number(value);
  }
  return { count, within100Ms };
}
