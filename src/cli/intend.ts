import { planInWords } from '../domain/intention.ts';
import { EXIT, UserError } from '../errors.ts';
import { intentionDocument } from '../render/intention.ts';
import { paragraph, visible } from '../render/text.ts';
import { addIntention, intentionById } from '../store/intention.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { focusIdFor } from './focus-link.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('intend')
      .description(
        'Plan one thing: if this moment comes, then I do that. The next session asks what became of it.',
      )
      .argument('<if>', 'the moment you will recognise')
      .argument('<then>', 'what you will say or do')
      .option('--focus', 'it serves the focus: praxis focus')
      .action(async (cue: string, act: string, options: { focus?: boolean }) =>
        intend(await context(), cue, act, options),
      ),
    'praxis intend "the stand-up runs over" "ask who needs to stay"',
    'praxis intend "Lee asks what to do about the vendor" "ask what she has considered"',
  );
};

async function intend(
  context: Context,
  cue: string,
  act: string,
  options: { focus?: boolean },
): Promise<void> {
  for (const half of [cue, act]) {
    if (half.trim() !== '' && half.isWellFormed()) continue;
    throw new UserError(
      'A plan has two halves, and one of them is empty.',
      'praxis intend "IF" "THEN". Nothing was stored.',
      EXIT.usage,
    );
  }
  await checkBoundary(context, [cue, act]);
  const intention = await context.writing((journal) => {
    const focusId = focusIdFor(journal, options.focus);
    const id = write(journal, context.command, (tx) =>
      addIntention(tx, { if: cue, then: act }, context.today, null, focusId),
    );
    return intentionById(journal, id);
  });
  context.answer({ schema: 'praxis.intention/1', ...intentionDocument(intention) }, () =>
    paragraph(
      visible(`Kept. Say it once in your head: ${planInWords(intention, 'I')}.`),
      context.style.width,
    ),
  );
}
