import ts from 'typescript';

/** A line that a code block shows without scrolling. */
const widest = 100;

/** What a caller writes and gets, without the body. */
export function signatureOf(name: string, node: ts.SignatureDeclaration | ts.ConstructorDeclaration): string {
  const generics = node.typeParameters ? `<${node.typeParameters.map(textOf).join(', ')}>` : '';
  const parameters = node.parameters.map(parameterOf);
  const answer = node.type ? `: ${textOf(node.type)}` : '';
  const line = `${name}${generics}(${parameters.join(', ')})${answer}`;
  return line.length <= widest
    ? line
    : `${name}${generics}(${parameters.map((parameter) => `\n  ${parameter},`).join('')}\n)${answer}`;
}

/** What is taken apart in the parameter list has no name of its own; all such parameters are configurations. */
function parameterOf({ name, type, questionToken, initializer }: ts.ParameterDeclaration): string {
  const called = ts.isIdentifier(name) ? name.text : 'config';
  if (!type) return `${called} = ${textOf(initializer)}`;
  return `${called}${questionToken || initializer ? '?' : ''}: ${textOf(type)}`;
}

const textOf = (node: ts.Node | undefined): string => node?.getText() ?? '';
