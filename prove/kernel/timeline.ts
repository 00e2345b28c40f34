import type { Series, Span, Timeline } from './proof.js';

const width = 900;
const chartHeight = 220;
const laneHeight = 16;
const left = 112;
const top = 28;

/** Okabe and Ito's colours, which colour-blind readers tell apart. */
const colours: Readonly<Record<Series['tone'], string>> = {
  good: '#009e73',
  refused: '#e69f00',
  bad: '#d55e00',
};

/** An SVG: how many answers of each kind came in each second, and below, which faults were on. */
export function drawTimeline({ series, spans }: Timeline, title: string): string {
  const moments = [...series.flatMap(({ atMs }) => atMs), ...spans.map((span) => span.untilMs)];
  const untilMs = moments.reduce((latest, ms) => Math.max(latest, ms), 1_000);
  const seconds = Math.ceil(untilMs / 1_000);
  const counts = series.map(({ atMs }) => countsBySecond(atMs, seconds));
  const most = Math.max(1, ...counts.flat());
  const x = (ms: number) => left + (ms / (seconds * 1_000)) * (width - left - 12);
  const y = (count: number) => top + chartHeight - (count / most) * chartHeight;
  const lanes = [...new Set(spans.map(({ name }) => name))];
  const height = top + chartHeight + 34 + lanes.length * laneHeight + 10;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="16" font-size="13">${escaped(title)}: answers per second</text>`,
    ...axis(seconds, most, x, y),
    ...counts.map((each, index) => line(each, colours[series[index]?.tone ?? 'good'], x, y)),
    ...legend(series),
    ...spans.map((span) => bar(span, lanes.indexOf(span.name), x)),
    ...lanes.map(
      (name, lane) => `<text x="4" y="${laneTop(lane) + 10}" font-size="9">${escaped(name)}</text>`,
    ),
    '</svg>\n',
  ].join('\n');
}

const laneTop = (lane: number): number => top + chartHeight + 34 + lane * laneHeight;

function countsBySecond(atMs: readonly number[], seconds: number): number[] {
  const counts = new Array<number>(seconds).fill(0);
  for (const at of atMs) {
    const second = Math.min(seconds - 1, Math.max(0, Math.floor(at / 1_000)));
    counts[second] = (counts[second] ?? 0) + 1;
  }
  return counts;
}

type Scale = (value: number) => number;

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

function bar({ fromMs, untilMs }: Span, lane: number, x: Scale): string {
  const length = Math.max(2, x(untilMs) - x(fromMs));
  return `<rect x="${x(fromMs).toFixed(1)}" y="${laneTop(lane)}" width="${length.toFixed(1)}" height="${laneHeight - 4}" fill="#0072b2" opacity="0.6"/>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
