import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One entry of the machine's package sources, in the fields of sources.list(5). */
export interface AptSource {
  readonly uris: readonly string[];
  readonly suites: readonly string[];
  readonly components: readonly string[];
  /** Everything else that was said of it, such as Signed-By, kept as it stands. */
  readonly options: ReadonlyMap<string, string>;
}

export interface Distribution {
  readonly id: string;
  readonly codename: string;
}

/** The enabled binary package sources of this machine. */
export function readAptSources(etcApt = '/etc/apt'): AptSource[] {
  const parts = listFolder(join(etcApt, 'sources.list.d')).map((file) =>
    join(etcApt, 'sources.list.d', file),
  );
  return [join(etcApt, 'sources.list'), ...parts].flatMap((path) => {
    if (path.endsWith('.sources')) return parseDeb822(readOrEmpty(path));
    return path.endsWith('.list') ? parseOneLine(readOrEmpty(path)) : [];
  });
}

export function readDistribution(path = '/etc/os-release'): Distribution {
  const field = (name: string) =>
    new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(readOrEmpty(path))?.[1] ?? '';
  return { id: field('ID'), codename: field('VERSION_CODENAME') };
}

/**
 * The sources the engines are fetched from. A Debian machine's own archive also holds the suite `sid`,
 * which has MySQL; stable has none. Elsewhere the machine's sources are taken as they are.
 */
export function engineSources(
  sources: readonly AptSource[],
  distribution: Distribution,
): readonly AptSource[] {
  const archive = sources.find((source) => isDebianArchive(source, distribution));
  return archive ? [{ ...archive, suites: ['sid'], components: ['main'] }] : sources;
}

function isDebianArchive(source: AptSource, { id, codename }: Distribution): boolean {
  if (!source.components.includes('main')) return false;
  const base = ['stable', 'testing', 'unstable', 'sid', codename];
  if (id === 'debian') return source.suites.some((suite) => base.includes(suite));
  return source.uris.some((uri) => /\bdebian\.org\/debian\/?$/.test(uri));
}

/** The same sources, written for `Dir::Etc::sourcelist` (a file whose name ends in `.sources`). */
export function formatSources(sources: readonly AptSource[]): string {
  return sources
    .map(({ uris, suites, components, options }) =>
      [
        'Types: deb',
        `URIs: ${uris.join(' ')}`,
        `Suites: ${suites.join(' ')}`,
        ...(components.length > 0 ? [`Components: ${components.join(' ')}`] : []),
        ...[...options].map(([name, value]) => `${name}: ${value}`),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

function parseDeb822(text: string): AptSource[] {
  const withoutComments = text.replace(/^#.*\n?/gm, '');
  return withoutComments.split(/\n\s*\n/).flatMap((stanza) => {
    const fields = new Map<string, string>();
    for (const match of stanza.matchAll(/^([\w-]+):[ \t]*(.*(?:\n[ \t].*)*)/gm)) {
      fields.set((match[1] ?? '').toLowerCase(), match[2] ?? '');
    }
    const isOff = fields.get('enabled')?.trim().toLowerCase() === 'no';
    if (isOff || !words(fields.get('types')).includes('deb') || !fields.has('uris')) return [];
    const own = ['types', 'uris', 'suites', 'components', 'enabled'];
    return [
      {
        uris: words(fields.get('uris')),
        suites: words(fields.get('suites')),
        components: words(fields.get('components')),
        options: new Map([...fields].filter(([name]) => !own.includes(name))),
      },
    ];
  });
}

function parseOneLine(text: string): AptSource[] {
  return [...text.matchAll(/^\s*deb\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)([^#\n]*)/gm)].map((match) => ({
    uris: [match[2] ?? ''],
    suites: [match[3] ?? ''],
    components: words(match[4]),
    options: new Map(words(match[1]).map(oneLineOption)),
  }));
}

/** One-line options are named like their deb822 fields, but for these (sources.list(5)). */
function oneLineOption(option: string): [string, string] {
  const [name = '', value = ''] = option.split(/=(.*)/s);
  const renamed: Readonly<Record<string, string>> = {
    arch: 'architectures',
    lang: 'languages',
    target: 'targets',
  };
  return [renamed[name] ?? name, value.replaceAll(',', ' ')];
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}
