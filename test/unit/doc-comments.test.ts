/**
 * Checks that every exported function, component and class has a doc comment. A file's header is
 * the comment of its export if it has only one, or of the export that the file is named after.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, type Comment, type Directive, type Statement } from 'oxc-parser';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The name of the function or class that a statement exports; null for any other statement. */
function exportedName(statement: Directive | Statement): string | null {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
  if (declared?.type === 'FunctionDeclaration' || declared?.type === 'ClassDeclaration')
    return declared.id?.name ?? null;
  const [variable] = declared?.type === 'VariableDeclaration' ? declared.declarations : [];
  const isFunction = ['ArrowFunctionExpression', 'FunctionExpression'].includes(variable?.init?.type ?? '');
  return isFunction && variable?.id.type === 'Identifier' ? variable.id.name : null;
}

const isDoc = ({ type, value }: Comment): boolean => type === 'Block' && value.startsWith('*');

/** Names of the exports of a file that have no comment. */
function undocumented(path: string, text: string): string[] {
  const { program, comments } = parseSync(path, text);
  const docs = comments.filter(isDoc);
  const named = program.body.map((statement) => ({ name: exportedName(statement), start: statement.start }));
  const exported = named.filter(({ name }, i) => name !== null && named.findIndex((one) => one.name === name) === i);
  const ofFile = basename(path)
    .replace(/\.tsx?$/, '')
    .replaceAll('-', '');
  const hasHeader = docs.some(({ start }) => start === 0);
  return exported.flatMap(({ name, start }) => {
    const hasOwn = docs.some(({ end }) => end <= start && text.slice(end, start).trim() === '');
    const isMain = exported.length === 1 || name?.toLowerCase() === ofFile;
    return hasOwn || (hasHeader && isMain) ? [] : [`${path}: ${name}`];
  });
}

it('finds exports without a comment', () => {
  const header = '/** Header. */\nimport "x";\n';
  expect(undocumented('a.ts', `${header}export const one = () => 1;`)).toEqual([]);
  expect(undocumented('two.ts', `${header}export const one = () => 1;\nexport function two() {}`)).toEqual([
    'two.ts: one',
  ]);
  expect(undocumented('a.ts', 'export class A {}\n/** Own. */\nexport function b() {}')).toEqual(['a.ts: A']);
});

it('each exported function and class has a doc comment', () => {
  const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(800);
  expect(files.flatMap((path) => undocumented(path, readFileSync(`${ROOT}${path}`, 'utf8')))).toEqual([]);
});
