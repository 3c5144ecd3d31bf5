/**
 * Checks that every export has a doc comment: functions, components, classes, types, interfaces and
 * constants. A file's header is the comment of its function or class if it exports only one, of its
 * only export, or of the export that the file is named after. Constants and types that follow each
 * other without an empty line share the comment above the first.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, type Comment, type Directive, type Statement } from 'oxc-parser';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A declaration of a module. `isCode`: it is a function or a class. */
interface Declaration {
  name: string;
  isExported: boolean;
  isCode: boolean;
  start: number;
  end: number;
}

const FUNCTIONS: ReadonlySet<string> = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

function declarationsOf(statement: Directive | Statement): Declaration[] {
  const isExported = statement.type === 'ExportNamedDeclaration';
  const declared = isExported ? statement.declaration : statement;
  const { start, end } = statement;
  if (declared?.type === 'VariableDeclaration')
    return declared.declarations.flatMap(({ id, init }) => {
      const isCode = FUNCTIONS.has(init?.type ?? '');
      return id.type === 'Identifier' ? [{ name: id.name, isExported, isCode, start, end }] : [];
    });
  if (!declared || !('id' in declared) || !declared.id || !('name' in declared.id)) return [];
  const isCode = ['FunctionDeclaration', 'ClassDeclaration'].includes(declared.type);
  return [{ name: declared.id.name, isExported, isCode, start, end }];
}

const isDoc = ({ type, value }: Comment): boolean => type === 'Block' && value.startsWith('*');

/** Names of a file's exports that have no comment. A schema and its type of one name are one. */
function undocumented(path: string, text: string): string[] {
  const { program, comments } = parseSync(path, text);
  const docs = comments.filter(isDoc);
  const all = program.body.flatMap(declarationsOf);
  const exported = all.filter(({ isExported }) => isExported);
  const exports = exported.filter(({ name }, i) => exported.findIndex((one) => one.name === name) === i);
  const ofFile = basename(path)
    .replace(/\.tsx?$/, '')
    .replaceAll('-', '');
  const hasHeader = docs.some(({ start }) => start === 0);
  const isLone = (one: Declaration) => (one.isCode ? exports.filter(({ isCode }) => isCode) : exports).length === 1;
  const hasOwn = (one: Declaration): boolean => {
    if (docs.some(({ end }) => end <= one.start && text.slice(end, one.start).trim() === '')) return true;
    const above = one.isCode ? null : all.find(({ end, isCode }) => !isCode && text.slice(end, one.start) === '\n');
    return !!above && hasOwn(above);
  };
  return exports.flatMap((one) => {
    const isMain = isLone(one) || one.name.toLowerCase() === ofFile;
    const isTold = all.some((other) => other.name === one.name && hasOwn(other));
    return isTold || (hasHeader && isMain) ? [] : [`${path}: ${one.name}`];
  });
}

it('finds exports without a comment', () => {
  const header = '/** Header. */\nimport "x";\n';
  expect(undocumented('a.ts', `${header}export const one = () => 1;`)).toEqual([]);
  expect(undocumented('two.ts', `${header}export const one = () => 1;\nexport function two() {}`)).toEqual([
    'two.ts: one',
  ]);
  expect(undocumented('a.ts', 'export class A {}\n/** Own. */\nexport function b() {}')).toEqual(['a.ts: A']);
  expect(undocumented('a.ts', `${header}export interface B {}\nexport const c = () => 1;`)).toEqual(['a.ts: B']);
  expect(undocumented('a.ts', '/** Sides. */\nexport const LEFT = 0;\nexport const RIGHT = 1;')).toEqual([]);
  expect(undocumented('a.ts', '/** A side. */\nexport const LEFT = 0;\n\nexport type Side = 0;')).toEqual([
    'a.ts: Side',
  ]);
});

it('each export has a doc comment', () => {
  const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(800);
  expect(files.flatMap((path) => undocumented(path, readFileSync(`${ROOT}${path}`, 'utf8')))).toEqual([]);
});
