import type { Series, Span, Timeline } from './proof.js';

const width = 900;
const panelHeight = 110;
const panelGap = 26;
const laneHeight = 16;
const left = 112;
const top = 36;

/** Okabe and Ito's colours, which colour-blind readers tell apart. */
const colours: Readonly<Record<Series['tone'], string>> = {
  good: '#009e73',
  refused: '#e69f00',
  bad: '#d55e00',
};

/**
 * An SVG: how many answers of each kind came in each second, each kind on a scale of its own, so that a few failures
 * are seen beside thousands of answers; and below, which faults were on.
 */
export function drawTimeline({ series, spans }: Timeline, title: string): string {
  const moments = [...series.flatMap(({ atMs }) => atMs), ...spans.map((span) => span.untilMs)];
  const untilMs = moments.reduce((latest, ms) => Math.max(latest, ms), 1_000);
  const seconds = Math.ceil(untilMs / 1_000);
  const x = (ms: number) => left + (ms / (seconds * 1_000)) * (width - left - 12);
  const shown = series.filter(({ atMs }) => atMs.length > 0);
  const lanesTop = top + shown.length * (panelHeight + panelGap) + 10;
  const lanes = [...new Set(spans.map(({ name }) => name))];
  const height = lanesTop + lanes.length * laneHeight + 10;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="16" font-size="13">${escaped(title)}: answers per second</text>`,
    ...legend(series),
    ...shown.flatMap((one, index) => panel(one, top + index * (panelHeight + panelGap), seconds, x)),
    ...spans.map((span) => bar(span, lanesTop + lanes.indexOf(span.name) * laneHeight, x)),
    ...lanes.map(
      (name, lane) =>
        `<text x="4" y="${lanesTop + lane * laneHeight + 10}" font-size="9">${escaped(name)}</text>`,
    ),
    '</svg>\n',
  ].join('\n');
}

type Scale = (value: number) => number;

function panel({ name, tone, atMs, promised }: Series, from: number, seconds: number, x: Scale): string[] {
  const counts = countsBySecond(atMs, seconds);
  const most = Math.max(1, promised ?? 0, ...counts);
  const y = (count: number) => from + panelHeight - (count / most) * panelHeight;
  return [
    ...axis(seconds, most, x, y),
    `<text x="4" y="${y(most / 2)}">${escaped(name)}</text>`,
    line(counts, colours[tone], x, y),
    ...(promised === undefined
      ? []
      : [
          `<path d="M${left} ${y(promised).toFixed(1)}H${width - 12}" stroke="#000" stroke-dasharray="6 4"/>`,
          `<text x="${width - 12}" y="${(y(promised) - 4).toFixed(1)}" text-anchor="end">promised: ${Math.round(promised)}</text>`,
        ]),
  ];
}

function countsBySecond(atMs: readonly number[], seconds: number): number[] {
  const counts = new Array<number>(seconds).fill(0);
  for (const at of atMs) {
    const second = Math.min(seconds - 1, Math.max(0, Math.floor(at / 1_000)));
    counts[second] = (counts[second] ?? 0) + 1;
  }
  return counts;
}

function axis(seconds: number, most: number, x: Scale, y: Scale): string[] {
  const step = Math.max(1, Math.round(seconds / 10));
  const marks = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
  return [
    `<path d="M${left} ${top}V${y(0)}H${width - 12}" fill="none" stroke="#888"/>`,
    ...[0, most].map(
      (count) => `<text x="${left - 6}" y="${y(count) + 4}" text-anchor="end">${count}</text>`,
    ),
    ...marks.map(
      (second) => `<text x="${x(second * 1_000)}" y="${y(0) + 14}" text-anchor="middle">${second} s</text>`,
    ),
  ];
}

function line(counts: readonly number[], colour: string, x: Scale, y: Scale): string {
  const points = counts.map(
    (count, second) => `${x((second + 0.5) * 1_000).toFixed(1)},${y(count).toFixed(1)}`,
  );
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
}

function legend(series: readonly Series[]): string[] {
  return series.map(({ name, tone, atMs }, index) => {
    const at = left + 340 + index * 150;
    return `<rect x="${at}" y="8" width="10" height="10" fill="${colours[tone]}"/><text x="${at + 14}" y="17">${escaped(name)} (${atMs.length})</text>`;
  });
}

function bar({ fromMs, untilMs }: Span, y: number, x: Scale): string {
  const length = Math.max(2, x(untilMs) - x(fromMs));
  return `<rect x="${x(fromMs).toFixed(1)}" y="${y}" width="${length.toFixed(1)}" height="${laneHeight - 4}" fill="#0072b2" opacity="0.6"/>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
