import { expect, test } from 'vitest';
import { contactOver } from '../../../src/cli/team-contact.ts';
import { addContact, addPerson } from '../../../src/store/person.ts';
import { write } from '../../../src/store/write.ts';
import { day, TestJournal } from '../../support/journal.ts';

test('a talk before the first of the days counts as the last one, and no later talk counts for an earlier day', () => {
  using own = new TestJournal();
  write(own.journal, 'x', (tx) => {
    const added = { name: null, cadenceDays: 7, addedOn: day('2026-01-01') };
    const lee = addPerson(tx, { code: 'lee', ...added });
    const sam = addPerson(tx, { code: 'sam', ...added });
    for (const on of ['2026-09-01', '2026-11-02', '2026-11-20']) addContact(tx, lee, day(on), null);
    addContact(tx, sam, day('2026-11-05'), null);
  });
  const days = ['2026-11-06', '2026-11-16', '2026-11-20'].map(day);
  const within = contactOver(own.journal, days).map(({ contact }) =>
    contact.kind === 'value' ? contact.within : contact.needs,
  );
  expect(within).toEqual([2, 0, 1]);
  expect(contactOver(own.journal, [])).toEqual([]);
});
