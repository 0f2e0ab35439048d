import { completionScript, SHELLS } from '../render/completion.ts';
import { withExamples } from './args.ts';
import { CALLBACK } from './program.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const completion = withExamples(
    program
      .command('completion')
      .description(
        'A script that makes your shell complete commands, flags, people and exercises.',
      ),
    'praxis completion bash >> ~/.bashrc',
    'praxis completion zsh >> ~/.zshrc       below the line with compinit',
    'praxis completion fish | source         in ~/.config/fish/config.fish',
  );
  for (const shell of SHELLS) {
    completion
      .command(shell)
      .description(`the script for ${shell}`)
      .action(async () => {
        const script = completionScript(shell, CALLBACK);
        (await context()).answer({ schema: 'praxis.completion/1', shell, script }, () => script);
      });
  }
};
