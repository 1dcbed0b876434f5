import type * as TypeScript from 'typescript';

/** The analyzer's own copy of the compiler: another copy numbers its kinds of node otherwise. */
type Compiler = typeof TypeScript;

/** What an attribute accepts, as the code reads it: `this.oneOf('layout', this.layout, layouts)`. */
export interface Accepted {
  readonly attribute: string;
  readonly values: readonly string[];
  /** True for a list of several, separated by spaces. */
  readonly several: boolean;
}

/** Finds what a class accepts for its attributes, so that the manifest repeats the code and not a comment. */
export function acceptedValues(ts: Compiler, declaration: TypeScript.ClassDeclaration): readonly Accepted[] {
  const found: Accepted[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [attribute, , list] = node.arguments;
      const several = node.expression.name.text === 'someOf';
      const reads = several || node.expression.name.text === 'oneOf';
      const values = reads && list && valuesOf(ts, list, declaration.getSourceFile());
      if (values && attribute && ts.isStringLiteral(attribute))
        found.push({ attribute: attribute.text, values, several });
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return found;
}

/** The strings of a literal list, or of the constant that a name stands for in this file. */
function valuesOf(
  ts: Compiler,
  node: TypeScript.Expression,
  file: TypeScript.SourceFile,
): readonly string[] | undefined {
  if (ts.isAsExpression(node)) return valuesOf(ts, node.expression, file);
  if (ts.isArrayLiteralExpression(node)) {
    const values = node.elements.map((element) => (ts.isStringLiteral(element) ? element.text : undefined));
    return values.every((value) => value !== undefined) ? values : undefined;
  }
  if (!ts.isIdentifier(node)) return undefined;
  let initializer: TypeScript.Expression | undefined;
  const visit = (other: TypeScript.Node): void => {
    if (ts.isVariableDeclaration(other) && ts.isIdentifier(other.name) && other.name.text === node.text)
      initializer ??= other.initializer;
    ts.forEachChild(other, visit);
  };
  visit(file);
  return initializer && valuesOf(ts, initializer, file);
}
