import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { CALLBACK } from '../../src/cli/program.ts';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { jsonSchema } from '../../src/render/schema/json-schema.ts';
import { schemaName } from '../../src/render/schema/shape.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, validateFormats: false });
const checks = new Map<string, ValidateFunction>();

/** The check of a described document, compiled at its first use. @throws Error when nothing of that name is described. */
function checkOf(id: string): ValidateFunction {
  const known = checks.get(id);
  if (known) return known;
  const described = SCHEMAS.find(({ name }) => schemaName(name) === id);
  if (!described) {
    throw new Error(`"${id}" is no schema that praxis describes: add it in src/render/schema`);
  }
  const check = ajv.compile(jsonSchema(described));
  checks.set(id, check);
  return check;
}

/** @throws Error that says where the document differs from the schema of that name. */
export function holdTo(id: string, document: unknown): void {
  const check = checkOf(id);
  if (check(document)) return;
  const errors = (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  throw new Error(`a document is no ${id}:\n${errors.join('\n')}`);
}

/**
 * Holds what a run printed to the schemas that praxis publishes: documents, jsonl exports and errors.
 * With `--json` there has to be a document, unless it was help or a completion that was asked for.
 */
export function holdToSchemas(args: readonly string[], stdout: string, stderr: string): void {
  if (stdout.startsWith('{"schema":"praxis.journal/1"}')) {
    for (const line of stdout.trimEnd().split('\n')) holdTo('praxis.journal/1', JSON.parse(line));
  } else if (/^\{\s*"schema":/.test(stdout)) {
    const document = JSON.parse(stdout) as { schema: string };
    holdTo(document.schema, document);
  } else if (/^\{\s*"\$schema":/.test(stdout)) {
    if (!ajv.validateSchema(JSON.parse(stdout))) throw new Error(`no JSON Schema: ${stdout}`);
  } else if (stdout !== '' && args.includes('--json') && !args.some((arg) => HELP.has(arg))) {
    throw new Error(`praxis ${args.join(' ')}: no document with a "schema":\n${stdout}`);
  }
  for (const line of stderr.split('\n')) {
    if (line.startsWith('{"error":')) holdTo(schemaName('error'), JSON.parse(line));
  }
}

const HELP = new Set(['--help', '-h', 'help', '--version', '-V', CALLBACK]);
