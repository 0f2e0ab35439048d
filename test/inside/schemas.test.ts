import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { SHIPPED } from '../../src/content/shipped.ts';
import { jsonSchema } from '../../src/render/schema/json-schema.ts';
import { schemaName } from '../../src/render/schema/shape.ts';
import { TABLE_NAMES } from '../../src/store/tables.ts';
import { holdTo, holdToSchemas } from '../support/schemas.ts';

describe.each(SCHEMAS.map((each) => [each.name, each] as const))('%s', (name, described) => {
  const schema = jsonSchema(described);

  test('is JSON Schema, draft 2020-12, with a plain name', () => {
    const ajv = new Ajv2020({ allowUnionTypes: true, validateFormats: false });
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['$id']).toBe(`praxis.${name}/1`);
    expect(ajv.validateSchema(schema)).toBe(true);
    ajv.compile(schema);
  });

  test('says what every value is', () => {
    // An empty schema takes anything: something that could not be described.
    expect(JSON.stringify(schema)).not.toContain('{}');
  });

  test('is listed in one line of 80 columns', () => {
    expect(described.about.length).toBeLessThanOrEqual(64);
  });
});

test('a name stands once', () => {
  expect(new Set(SCHEMAS.map(({ name }) => name)).size).toBe(SCHEMAS.length);
});

test('whatever a source file prints under a name is described', () => {
  const names = new Set(SCHEMAS.map(({ name }) => schemaName(name)));
  for (const file of globSync('src/**/*.ts')) {
    const printed = readFileSync(file, 'utf8').matchAll(/schema: '(praxis\.[a-z-]+\/\d+)'/g);
    for (const [, name = ''] of printed) expect(names, file).toContain(name);
  }
});

test('a record of every table can stand in a journal file', () => {
  const journal = SCHEMAS.find(({ name }) => name === 'journal');
  const text = journal ? JSON.stringify(jsonSchema(journal)) : '';
  for (const table of TABLE_NAMES) expect(text).toContain(`"const":"${table}"`);
});

test('the shipped packs are packs', () => {
  for (const pack of SHIPPED) holdTo('praxis.pack-file/1', pack);
});

describe('what the tests hold documents to', () => {
  const setting = { schema: 'praxis.setting/1', key: 'editor', value: null };
  const printed = (document: object) => () =>
    holdToSchemas(['config', 'get', '--json'], JSON.stringify(document), '');

  test('takes a document as described', () => {
    expect(printed(setting)).not.toThrow();
  });

  test.each([
    ['a key that is not described', { ...setting, mood: 1 }, /additional properties/],
    ['a key that is missing', { schema: setting.schema, key: 'editor' }, /"value"|'value'/],
    ['another type', { ...setting, value: 1 }, /\/value must be/],
    ['a name that is not described', { schema: 'praxis.mood/1' }, /"praxis.mood\/1" is no schema/],
    ['no name', { key: 'editor' }, /no document with a "schema"/],
  ])('refuses %s', (_, document, says) => {
    expect(printed(document)).toThrow(says);
  });

  test('refuses an error that is not described', () => {
    const error = (code: number) => () =>
      holdToSchemas([], '', `${JSON.stringify({ error: { code, message: 'x', hint: 'y' } })}\n`);
    expect(error(2)).not.toThrow();
    expect(error(7)).toThrow(/praxis.error\/1/);
  });
});
