import { SHIPPED } from '../src/content/shipped.ts';
import { libraryOf } from '../src/domain/library.ts';

// Every text that a user may be shown, on one page, to be read aloud: npm run content | less
const { prompts, exercises, questions, facets, cards } = libraryOf(SHIPPED);
const heading = (title: string) => console.log(`\n# ${title}\n`);

for (const family of new Set(prompts.map((each) => each.family))) {
  heading(`Prompts: ${family}`);
  for (const { text, tone, about } of prompts.filter((each) => each.family === family)) {
    console.log(`- ${text}  (${tone}, ${about})`);
  }
}
heading('Exercises');
for (const { id, title, purpose, steps, when, not, success, followUp, source } of exercises) {
  console.log(`## ${id} ${title}\n\n${purpose}\n`);
  for (const [i, step] of steps.entries()) console.log(`${i + 1}. ${step}`);
  console.log(`\nWhen: ${when}${not ? ` ${not}` : ''}\nIt worked if: ${success}`);
  console.log(`After ${followUp.days} days: ${followUp.prompt}\nSource: ${source}\n`);
}
heading('Questions');
for (const { text, facets: tags } of questions) console.log(`- ${text}  (${tags.join(', ')})`);
heading('Facets');
for (const { title, ask } of facets) console.log(`- ${title}: ${ask}`);
heading('Cards');
for (const { title, text, action, sources } of cards) {
  console.log(`## ${title}\n\n${text}\n\nThis week: ${action}\n\n${sources.join('\n')}\n`);
}
