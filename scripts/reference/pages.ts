import { basename } from 'node:path';
import ts from 'typescript';
import { Declarations, joined } from './declarations.js';
import { docstringOf } from './docstrings.js';
import { type Exported, exportsOf } from './exports.js';
import { Links } from './links.js';

interface Resource {
  /** As in `medweave.clinicalNotes`. */
  readonly field: string;
  readonly page: string;
  readonly name: string;
  readonly node: ts.ClassDeclaration;
}

const written = '<!-- Written by npm run generate:reference from the docstrings of the SDK. Do not edit. -->';

/** The pages beside those of the resources. Each takes what is declared in its files, in their order. */
const topics: readonly { page: string; title: string; lead: string; files: readonly string[] }[] = [
  {
    page: 'client',
    title: 'The client',
    lead: 'Making one, calling it, and where it keeps its sign-in.',
    files: ['client', 'request', 'call', 'paging', 'versioned', 'tokens', 'transport'],
  },
  {
    page: 'errors',
    title: 'Errors',
    lead: 'First the classes by status, then those of each documented `code`.',
    files: ['errors', 'generated/error-codes', 'generated/errors'],
  },
  {
    page: 'operation-errors',
    title: 'Errors of each operation',
    lead: 'The union that `safe()` of each method resolves with.',
    files: ['generated/operation-errors'],
  },
  {
    page: 'types',
    title: 'Types',
    lead: 'What goes over the wire, and what lists can be asked for.',
    files: ['generated/types'],
  },
  {
    page: 'testing',
    title: 'Testing',
    lead: 'What `@medweave/sdk/testing` has for the tests of an app.',
    files: ['testing/fake-medweave', 'testing/requests', 'testing/changes', 'testing/fixture'],
  },
];

/**
 * The pages of the reference by file name, unformatted.
 * @param entries the modules that an app can import
 * @param resourcesFile the classes behind the client's fields, which no app imports
 * @throws Error naming everything without a docstring
 */
export function referencePages(
  entries: readonly string[],
  resourcesFile: string,
): Readonly<Record<string, string>> {
  const undocumented: string[] = [];
  const links = new Links();
  const resources = resourcesOf(resourcesFile);
  const exported = entries.flatMap(exportsOf);
  links.add('Resources', 'README.md');
  for (const { name, page } of resources) links.add(name, `${page}.md`);
  for (const { name, file } of exported) links.add(name, `${placeOf(file).page}.md`, name);

  const pages: Record<string, string> = { 'README.md': overview(resources) };
  for (const resource of resources) {
    const file = `${resource.page}.md`;
    pages[file] = resourcePage(resource, new Declarations(file, links, undocumented));
  }
  for (const { page, title, lead } of topics) {
    const file = `${page}.md`;
    const write = new Declarations(file, links, undocumented);
    const sections = exported
      .filter((each) => placeOf(each.file).page === page)
      .toSorted((one, other) => placeOf(one.file).order - placeOf(other.file).order)
      .map((each) => (page === 'operation-errors' ? unionSection(each, links, write) : write.section(each)));
    pages[file] = joined(`# ${title}`, written, lead, ...sections);
  }
  if (undocumented.length > 0) throw new Error(`These need a docstring: ${undocumented.join(', ')}`);
  return pages;
}

/** On which page, and in which order there, the declarations of a file are. */
function placeOf(file: string): { page: string; order: number } {
  for (const { page, files } of topics) {
    const order = files.findIndex((name) => file.endsWith(`/src/${name}.ts`));
    if (order >= 0) return { page, order };
  }
  throw new Error(`No page takes ${basename(file)}: name one in scripts/reference/pages.ts.`);
}

/** The classes of the resources, by the fields of the client that hold them. */
function resourcesOf(file: string): readonly Resource[] {
  const classes = new Map(exportsOf(file).map(({ name, node }) => [name, node]));
  const client = classes.get('Resources');
  if (!client || !ts.isClassDeclaration(client)) throw new Error(`${file} has no class Resources.`);
  return client.members.filter(ts.isPropertyDeclaration).flatMap((member) => {
    const name = member.type?.getText() ?? '';
    const node = classes.get(name);
    if (!node || !ts.isClassDeclaration(node)) return [];
    const field = member.name.getText();
    const page = field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [{ field, page, name, node }];
  });
}

function resourcePage({ field, name, node }: Resource, write: Declarations): string {
  return joined(`# medweave.${field}`, written, write.prose(name, node), ...write.methods(name, node));
}

/** One line of links reads better than a union of fifteen lines. */
function unionSection({ name, node }: Exported, links: Links, write: Declarations): string {
  const page = 'operation-errors.md';
  const members = ts.isTypeAliasDeclaration(node) ? links.known(node.type.getText()) : [];
  return joined(
    `## ${name}`,
    write.prose(name, node),
    members.map((member) => links.to(member, page)).join(' · '),
  );
}

function overview(resources: readonly Resource[]): string {
  const fields = resources.map(({ field, page, node }) => {
    const methods = new Set(node.members.filter(ts.isMethodDeclaration).map(({ name }) => name.getText()));
    const linked = [...methods].map((method) => `[${method}](${page}.md#${method.toLowerCase()})`);
    return `- [**medweave.${field}**](${page}.md): ${docstringOf(node)?.prose ?? ''}<br>${linked.join(' · ')}`;
  });
  const others = topics.map(({ page, title, lead }) => `- [**${title}**](${page}.md): ${lead}`);
  return joined(
    '# SDK reference',
    written,
    'Every method, type and error of `@medweave/sdk`. To learn it, begin with [the guide](../guide/README.md).',
    'Every method takes the ids of its path, then its body or its query, then [options](client.md#requestoptions), and answers a [Call](client.md#call): await it, or ask for its outcome with `safe()`.',
    fields.join('\n'),
    'Beside them:',
    others.join('\n'),
  );
}
