import { backslashed, type TypedLine } from '../domain/shell.ts';
import { visibleLine } from './text.ts';

/** A word that may come next, and what it is. */
export interface Candidate {
  readonly value: string;
  readonly about: string;
}

/** What may come next on a command line: words, or the name of a file, which the shell itself knows best. */
export type Reply = { readonly candidates: readonly Candidate[] } | 'files';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** First line of a reply: the rest are words, or there are none and a file may come. */
const WORDS = 'words';
const FILES = 'files';

/**
 * A reply as the scripts below read it: one candidate a line, for zsh and fish with what it is behind a tab.
 * Left out is what cannot be seen (a line feed in a word would make two of it); quoting is up to zsh and fish.
 */
export function replyLines(reply: Reply): string {
  if (reply === 'files') return `${FILES}\n`;
  const lines = shown(reply.candidates).map(
    ({ value, about }) => `${value}\t${visibleLine(about)}`,
  );
  return [WORDS, ...lines, ''].join('\n');
}

/**
 * The same for bash, which inserts what it gets as it is: so with backslashes, or within the quote that is open.
 * @param part what bash replaces: the word that is typed, or the end of it behind a `:`, `=` or `@`.
 */
export function bashLines(reply: Reply, { typed, quote }: TypedLine, part: string): string {
  if (reply === 'files') return `${FILES}\n`;
  const kept = typed.endsWith(part) ? typed.length - part.length : 0;
  const lines = shown(reply.candidates)
    .map(({ value }) => inserted(value, quote))
    .filter((word) => word?.startsWith(typed))
    .map((word) => word?.slice(kept));
  return [WORDS, ...lines, ''].join('\n');
}

function shown(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ value }) => value !== '' && visibleLine(value) === value);
}

/** A word as bash has to insert it; undefined when it cannot stand within the quote that is open. */
function inserted(value: string, quote: TypedLine['quote']): string | undefined {
  if (quote === '') return backslashed(value);
  return /["'$`\\!]/.test(value) ? undefined : quote + value;
}

/** The script that makes a shell ask praxis what may come next. It runs nothing but that, and keeps its words quoted. */
export function completionScript(shell: Shell, callback: string): string {
  return SCRIPTS[shell](`command praxis ${callback}`);
}

const SCRIPTS: Readonly<Record<Shell, (ask: string) => string>> = {
  bash: (ask) => `# bash completion for praxis, for ~/.bashrc
_praxis() {
  local line kind=
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $kind ]]; then kind=$line; else COMPREPLY+=("$line"); fi
  done < <(${ask} bash "\${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null </dev/null)
  if [[ $kind == ${FILES} ]]; then compopt -o default 2>/dev/null; fi
  if [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -F _praxis praxis
`,
  zsh: (ask) => `#compdef praxis
# zsh completion for praxis, for ~/.zshrc after compinit, or as a file _praxis in a folder of $fpath
_praxis() {
  local -a lines values end
  local line value
  lines=("\${(@f)$(${ask} zsh "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null </dev/null)}")
  if [[ $lines[1] == ${FILES} ]]; then
    _files
    return
  fi
  for line in "\${(@)lines[2,-1]}"; do
    value=\${line%%$'\\t'*}
    value=\${value//\\\\/\\\\\\\\}
    values+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
  done
  if [[ -n \${(M)lines:#*=$'\\t'*} ]]; then end=(-S ''); fi
  if (( $#values )); then _describe -V praxis values "\${(@)end}"; fi
}
if [[ $funcstack[1] == _praxis ]]; then
  _praxis "$@"
elif (( $+functions[compdef] )); then
  compdef _praxis praxis
fi
`,
  fish: (ask) => `# fish completion for praxis, for ~/.config/fish/completions/praxis.fish
function __praxis_complete
  set -l before (commandline -opc)
  set -l typed (commandline -ct)
  set -l lines (${ask} fish $before[2..-1] "$typed" 2>/dev/null </dev/null)
  if test "$lines[1]" = ${FILES}
    __fish_complete_path "$typed"
  else
    printf '%s\\n' $lines[2..-1]
  end
end
complete -c praxis -e
complete -c praxis -f -k -a '(__praxis_complete)'
`,
};
