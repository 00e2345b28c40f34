import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
import { rootDir } from '../../src/paths.js';

const source = join(rootDir, 'server', 'src');

/** What the sources say of errors, read as TypeScript reads it. */
export interface ThrownErrors {
  /** Every text that something is called with. */
  readonly said: ReadonlySet<string>;
  /** What is put into a `detail`, as code: all of it where it is no text at all. */
  readonly putIntoDetails: readonly string[];
}

export function thrownErrors(): ThrownErrors {
  const said = new Set<string>();
  const putIntoDetails: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      for (const argument of node.arguments ?? []) if (ts.isStringLiteral(argument)) said.add(argument.text);
      putIntoDetails.push(...detailsIn(node).flatMap(composedOf));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of sourceFiles())
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return { said, putIntoDetails };
}

function composedOf(detail: ts.Expression): string[] {
  if (ts.isStringLiteral(detail)) return [];
  if (ts.isTemplateExpression(detail))
    return detail.templateSpans.map(({ expression }) => expression.getText());
  return [detail.getText()];
}

/** All but the controllers, which document codes and throw none. */
function sourceFiles(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const isThrowing = (file: string): boolean =>
    file.endsWith('.ts') &&
    !file.endsWith('.controller.ts') &&
    !file.startsWith(`generated${sep}`) &&
    file !== join('lib', 'error-list.ts');
  return files.filter(isThrowing).map((file) => join(source, file));
}

const makers = ['AppError', 'conflict'];

/** `detail` of what an error is made with, or the one argument of `wrongState`. */
function detailsIn(call: ts.CallExpression | ts.NewExpression): ts.Expression[] {
  const called = call.expression.getText();
  const [first, extra] = call.arguments ?? [];
  if (called === 'wrongState' && first) return [first];
  if (!makers.includes(called) || !extra || !ts.isObjectLiteralExpression(extra)) return [];
  return extra.properties.flatMap((property) => {
    if (property.name?.getText() !== 'detail') return [];
    if (ts.isPropertyAssignment(property)) return [property.initializer];
    return ts.isShorthandPropertyAssignment(property) ? [property.name] : [];
  });
}
