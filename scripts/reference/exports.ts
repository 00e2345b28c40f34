import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What can be documented on its own. */
export type Documented =
  | ts.ClassDeclaration
  | ts.FunctionDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.VariableStatement;

export interface Exported {
  readonly name: string;
  /** Where it is declared. */
  readonly file: string;
  readonly node: Documented;
}

/** What a module offers, in its own order, wherever it is declared. Each file is parsed once and for itself. */
export function exportsOf(file: string): readonly Exported[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return passedOn(statement, file);
    return isExported(statement) && isDocumented(statement)
      ? [{ name: nameOf(statement), file, node: statement }]
      : [];
  });
}

/** `export * from` and `export { … } from` another file of the SDK. */
function passedOn(
  { moduleSpecifier, exportClause }: ts.ExportDeclaration,
  file: string,
): readonly Exported[] {
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
  const all = exportsOf(join(dirname(file), moduleSpecifier.text.replace(/\.js$/, '.ts')));
  if (!exportClause || !ts.isNamedExports(exportClause)) return all;
  const wanted = exportClause.elements.map(({ name }) => name.text);
  return all.filter(({ name }) => wanted.includes(name));
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

const isDocumented = (statement: ts.Statement): statement is Documented =>
  ts.isClassDeclaration(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isVariableStatement(statement);

function nameOf(node: Documented): string {
  const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
  if (!named?.name) throw new Error('What is exported must have a name.');
  return named.name.getText();
}
