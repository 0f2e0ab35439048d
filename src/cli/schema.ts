import { nearestOf } from '../domain/nearest.ts';
import { EXIT, UserError } from '../errors.ts';
import { json } from '../render/json.ts';
import { schemasText } from '../render/schemas.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('schema')
      .description('JSON Schemas of what praxis prints with --json, and of the files it takes.')
      .argument('[name]', 'the schema to print, such as session; without it they are listed')
      .action(async (name: string | undefined) => {
        const ctx = await context();
        return name === undefined ? list(ctx) : show(ctx, name);
      }),
    'praxis schema',
    'praxis schema session',
    'praxis schema answers > answers.schema.json',
  );
};

async function list(context: Context): Promise<void> {
  const { SCHEMAS } = await import('./schemas.ts');
  const { schemaName } = await import('../render/schema/shape.ts');
  const schemas = SCHEMAS.map(({ name, about, use }) => ({
    name,
    id: schemaName(name),
    use,
    about,
  }));
  context.answer({ schema: 'praxis.schemas/1', schemas }, () =>
    schemasText(schemas, context.style),
  );
}

/** The schema is the answer with `--json` and without: it has no other form. */
async function show(context: Context, given: string): Promise<void> {
  const { SCHEMAS } = await import('./schemas.ts');
  const { jsonSchema } = await import('../render/schema/json-schema.ts');
  // Also as it stands in a document: praxis.session/1.
  const wanted = given
    .toLowerCase()
    .replace(/^praxis\./, '')
    .replace(/\/1$/, '');
  const described = SCHEMAS.find(({ name }) => name === wanted);
  if (!described) {
    const names = SCHEMAS.map(({ name }) => name);
    throw new UserError(
      `There is no schema "${given}".${nearestOf(wanted, names)}`,
      'praxis schema lists them.',
      EXIT.usage,
    );
  }
  context.say(json(jsonSchema(described)));
}
