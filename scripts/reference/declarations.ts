import ts from 'typescript';
import { docstringOf } from './docstrings.js';
import type { Exported } from './exports.js';
import type { Links } from './links.js';
import { signatureOf } from './signatures.js';

type Callable = ts.MethodDeclaration | ts.ConstructorDeclaration | ts.FunctionDeclaration;
type Member = ts.ClassElement | ts.TypeElement;

/** Writes what is declared as sections of one page, and remembers what has no docstring. */
export class Declarations {
  constructor(
    private readonly page: string,
    private readonly links: Links,
    private readonly undocumented: string[],
  ) {}

  section({ name, node }: Exported): string {
    if (ts.isFunctionDeclaration(node))
      return joined(`## ${name}`, this.callable(`function ${name}`, [node], name));
    const heading = [`## ${name}`, this.prose(name, node)];
    if (ts.isClassDeclaration(node)) return joined(...heading, ...this.classParts(name, node));
    if (ts.isInterfaceDeclaration(node)) return joined(...heading, ...this.interfaceParts(name, node));
    return joined(...heading, code(withoutExport(node.getText())));
  }

  /** The methods of a class as sections; overloads share one. */
  methods(name: string, node: ts.ClassDeclaration, level = '##'): readonly string[] {
    const methods = node.members.filter(ts.isMethodDeclaration).filter(isPublic);
    return [...Map.groupBy(methods, nameOf)].map(([method, all]) => {
      const offered = all.length > 1 ? all.filter(({ body }) => !body) : all;
      return joined(`${level} ${method}`, this.callable(method, offered, `${name}.${method}`));
    });
  }

  /** Its docstring without tags; without one it is remembered as undocumented. */
  prose(name: string, node: ts.Node): string {
    const docstring = docstringOf(node);
    if (!docstring?.prose) this.undocumented.push(name);
    return this.links.inProse(docstring?.prose ?? '', this.page);
  }

  private classParts(name: string, node: ts.ClassDeclaration): readonly string[] {
    const parent = node.heritageClauses?.[0]?.types[0]?.expression.getText();
    const making = node.members.find(ts.isConstructorDeclaration);
    const isMade = making !== undefined && docstringOf(making) !== null;
    const fields = node.members.filter(ts.isPropertyDeclaration).filter(isPublic);
    return [
      parent && this.links.known(parent).length > 0 ? `Extends ${this.links.to(parent, this.page)}.` : '',
      isMade ? this.callable(`new ${name}`, [making], `${name}.constructor`) : '',
      this.table(
        name,
        fields.filter((field) => !isNarrowed(field)),
      ),
      ...this.methods(name, node, '###'),
    ];
  }

  /** Data as a table with links; what has to be implemented, or takes type parameters, as TypeScript has it. */
  private interfaceParts(name: string, node: ts.InterfaceDeclaration): readonly string[] {
    const fields = node.members.filter(ts.isPropertySignature);
    if (fields.length === node.members.length && !node.typeParameters) return [this.table(name, fields)];
    for (const member of node.members) {
      if (!ts.isIndexSignatureDeclaration(member)) this.prose(`${name}.${nameOf(member)}`, member);
    }
    return [code(withoutExport(node.getText()))];
  }

  private callable(called: string, signatures: readonly Callable[], name: string): string {
    const proses = signatures.map((signature) => this.prose(name, signature));
    const texts = signatures.map((signature) => signatureOf(called, signature));
    const throws = signatures[0] ? (docstringOf(signatures[0])?.throws ?? []) : [];
    const types = this.links.known(texts.join(' ')).filter((type) => !usual.includes(type));
    return joined(
      code(texts.join('\n')),
      proses.join('\n\n'),
      throws.length > 0
        ? `Throws\n\n${throws.map((what) => `- ${this.links.inProse(what, this.page)}`).join('\n')}`
        : '',
      types.length > 0 ? `Types: ${types.map((type) => this.links.to(type, this.page)).join(', ')}` : '',
    );
  }

  private table(name: string, fields: readonly (ts.PropertySignature | ts.PropertyDeclaration)[]): string {
    if (fields.length === 0) return '';
    const rows = fields.map((field) => {
      const called = nameOf(field);
      const type = field.type ? this.links.inType(field.type.getText(), this.page) : '';
      const prose = this.prose(`${name}.${called}`, field).replaceAll('\n\n', '<br>').replaceAll('|', '\\|');
      return `| \`${called}${field.questionToken ? '?' : ''}\` | ${type} | ${prose} |`;
    });
    return ['| field | type | |', '| --- | --- | --- |', ...rows].join('\n');
  }
}

/** In nearly every signature, and explained at the head of the reference. */
const usual = ['Call', 'PagePromise', 'RequestOptions', 'Medweave', 'Uuid'];

/** Parts of a page with a blank line between them. */
export const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');

const code = (text: string): string => `\`\`\`ts\n${text}\n\`\`\``;

const withoutExport = (text: string): string => text.replace(/^export (declare )?/, '');

const nameOf = (member: Member): string => member.name?.getText() ?? '';

/** `code: 'slot_taken'` and `status: 409` of errors: what the class's own docstring says already. */
const isNarrowed = ({ name, type }: ts.PropertyDeclaration): boolean =>
  ['code', 'status'].includes(name.getText()) && type !== undefined && ts.isLiteralTypeNode(type);

const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword];

function isPublic(member: ts.MethodDeclaration | ts.PropertyDeclaration): boolean {
  const modifiers = ts.getModifiers(member) ?? [];
  return ts.isIdentifier(member.name) && !modifiers.some(({ kind }) => hidden.includes(kind));
}
