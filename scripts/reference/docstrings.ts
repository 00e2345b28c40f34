import ts from 'typescript';

export interface Docstring {
  /** Paragraphs of Markdown, each on one line. */
  readonly prose: string;
  /** What follows each `@throws`. */
  readonly throws: readonly string[];
}

/** The docstring right above a declaration; `null` without one. Tags other than `@param` and `@throws` are refused. */
export function docstringOf(node: ts.Node): Docstring | null {
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  if (!comment) return null;
  const text = comment
    .getText()
    .replace(/^\/\*\*|\*\/$/g, '')
    .replaceAll(/^\s*\* ?/gm, '');
  const [prose = '', ...tags] = text.split(/^\s*@(?=[a-z]+\b)/m);
  const throws: string[] = [];
  const params: string[] = [];
  for (const tag of tags) {
    const [, kind, content = ''] = /^([a-z]+)\s+(.*)$/s.exec(tag) ?? [];
    if (kind === 'throws') throws.push(onOneLine(content));
    else if (kind === 'param') params.push(onOneLine(content).replace(/^(\w+)/, '`$1`:'));
    else throw new Error(`The reference does not know the tag @${kind}.`);
  }
  return { prose: [...paragraphs(prose), ...params].join('\n\n'), throws };
}

/** Wrapped lines are joined; lists keep theirs. */
const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => (/^\s*- /m.test(paragraph) ? paragraph.trim() : onOneLine(paragraph)))
    .filter((paragraph) => paragraph !== '');

const onOneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, ' ');
