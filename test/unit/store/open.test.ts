import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { EXIT, UserError } from '../../../src/errors.ts';
import type { Journal } from '../../../src/store/journal.ts';
import { journalFile } from '../../../src/store/location.ts';
import { openToRead, openToRehearse, openToWrite } from '../../../src/store/open.ts';
import { addPerson, listPeople } from '../../../src/store/person.ts';
import { listSessions } from '../../../src/store/session.ts';
import { write } from '../../../src/store/write.ts';
import { countingClock, day, Folder } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const clock = countingClock();
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

function closed<T>(journal: Journal, use: (journal: Journal) => T): T {
  try {
    return use(journal);
  } finally {
    journal.close();
  }
}

/** A journal with Lee in it. */
function journalIn(folder: Folder, name = 'journal.db'): string {
  const file = folder.at(name);
  closed(openToWrite(file, clock), (journal) => addLee(journal));
  return file;
}

function addLee(journal: Journal, code = 'lee'): void {
  write(journal, 'person', (tx) =>
    addPerson(tx, { code, name: null, cadenceDays: null, addedOn: day('2026-11-20') }),
  );
}

const codes = (journal: Journal) => listPeople(journal).map(({ code }) => code);

describe('a journal that is not there yet', () => {
  test('reads as an empty one, and reading makes nothing', () => {
    using folder = new Folder();
    closed(openToRead(folder.at('deep', 'journal.db'), clock), (journal) => {
      expect(listSessions(journal)).toEqual([]);
      expect(codes(journal)).toEqual([]);
    });
    expect(folder.list()).toEqual([]);
  });

  test('is made by the first write, as one file in a folder of its own', () => {
    using folder = new Folder();
    const file = folder.at('deep', 'er', 'journal.db');
    closed(openToWrite(file, clock), (journal) => addLee(journal));
    expect(readdirSync(folder.at('deep', 'er'))).toEqual(['journal.db']);
    closed(openToWrite(file, clock), (journal) => addLee(journal, 'kim'));
    expect(readdirSync(folder.at('deep', 'er'))).toEqual(['journal.db']);
    closed(openToRead(file, clock), (journal) => expect(codes(journal)).toEqual(['kim', 'lee']));
  });

  test('is not made by opening it to write when nothing is written', () => {
    using folder = new Folder();
    closed(openToWrite(folder.at('deep', 'journal.db'), clock), (journal) => {
      expect(codes(journal)).toEqual([]);
    });
    expect(folder.list()).toEqual([]);
  });

  test('is not made by a rehearsal, which sees what it wrote all the same', () => {
    using folder = new Folder();
    closed(openToRehearse(folder.at('journal.db'), clock), (journal) => {
      addLee(journal);
      expect(codes(journal)).toEqual(['lee']);
      // SQLite's file without a name: a rehearsed import may be larger than memory.
      expect(journal.db.name).toBe('');
    });
    expect(folder.list()).toEqual([]);
  });

  test('that another praxis made in the meantime is written to, not replaced', () => {
    using folder = new Folder();
    const file = folder.at('journal.db');
    closed(openToWrite(file, clock), (slow) => {
      closed(openToWrite(file, clock), (fast) => addLee(fast));
      addLee(slow, 'kim');
      expect(codes(slow)).toEqual(['kim', 'lee']);
    });
  });

  test('at the place of an empty file is made there', () => {
    using folder = new Folder();
    const file = folder.at('journal.db');
    writeFileSync(file, '');
    closed(openToRead(file, clock), (journal) => expect(codes(journal)).toEqual([]));
    expect(statSync(file).size).toBe(0);
    closed(openToWrite(file, clock), (journal) => addLee(journal));
    closed(openToRead(file, clock), (journal) => expect(codes(journal)).toEqual(['lee']));
    expect(folder.list()).toEqual(['journal.db']);
  });
});

describe('a journal that is replaced or taken away while it is open', () => {
  test.each(['replaced', 'taken away'])('is not written to when it was %s', (how) => {
    using folder = new Folder();
    const file = journalIn(folder);
    const other = journalIn(folder, 'other.db');
    const journal = openToWrite(file, clock);
    if (how === 'replaced') renameSync(other, file);
    else rmSync(file);
    const refusal = refusalOf(() => addLee(journal, 'kim'));
    expect(refusal.exitCode).toBe(EXIT.journal);
    expect(refusal.message).toContain('replaced or taken away');
    expect(journal.db.inTransaction).toBe(false);
    journal.close();
    if (how === 'replaced')
      closed(openToRead(file, clock), (found) => expect(codes(found)).toEqual(['lee']));
  });

  test('and one without a log, as a copy is, gets one when it is opened to be written', () => {
    using folder = new Folder();
    const file = journalIn(folder);
    const raw = new Sqlite(file);
    raw.pragma('journal_mode = DELETE');
    raw.close();
    const mode = () => readFileSync(file)[18];
    closed(openToRead(file, clock), () => expect(mode()).toBe(1));
    closed(openToWrite(file, clock), () => expect(mode()).toBe(2));
  });
});

describe('whom a journal belongs to', () => {
  test('its owner alone, from the first byte, with any umask', () => {
    using folder = new Folder();
    const script = `
      import { statSync, readdirSync } from 'node:fs';
      import { realWorld } from ${JSON.stringify(resolve('src/world.ts'))};
      import Sqlite from ${JSON.stringify(resolve('node_modules/better-sqlite3/lib/index.js'))};
      import { openToWrite } from ${JSON.stringify(resolve('src/store/open.ts'))};
      import { backUpTo } from ${JSON.stringify(resolve('src/store/backup.ts'))};
      import { write } from ${JSON.stringify(resolve('src/store/write.ts'))};
      import { writeWhole } from ${JSON.stringify(resolve('src/store/files.ts'))};
      const found = {};
      for (const umask of ['000', '022', '077', '177']) {
        process.umask(parseInt(umask, 8));
        const own = umask + 'own';
        const journal = openToWrite(own + '/journal.db', realWorld());
        write(journal, 'x', (tx) => tx.insert('person', { id: tx.newId(), code: 'lee', name: null, cadence_days: null, added_on: '2026-11-20', state: 'active' }));
        const raw = new Sqlite(own + '/journal.db');
        backUpTo(raw, own + '/backups/one.db');
        raw.close();
        writeWhole(own + '/export.md', ['text']);
        found[umask] = {};
        for (const name of ['', ...readdirSync(own, { recursive: true })]) found[umask][name] = (statSync(own + '/' + name).mode & 0o777).toString(8);
        journal.close();
      }
      console.log(JSON.stringify(found));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder.path,
    });
    expect(stderr.toString()).toBe('');
    const modes = {
      '': '700',
      backups: '700',
      'backups/one.db': '600',
      'backups/one.db.sha256': '600',
      'export.md': '600',
      'journal.db': '600',
      'journal.db-shm': '600',
      'journal.db-wal': '600',
    };
    expect(JSON.parse(stdout.toString())).toEqual({
      '000': modes,
      '022': modes,
      '077': modes,
      '177': modes,
    });
  });

  test('the mode of a folder that was there before is left as it is', () => {
    using folder = new Folder();
    mkdirSync(folder.at('shared'));
    chmodSync(folder.at('shared'), 0o755);
    closed(openToWrite(folder.at('shared', 'journal.db'), clock), (journal) => addLee(journal));
    expect(mode(folder.at('shared'))).toBe('755');
  });
});

const doors: Readonly<Record<string, (file: string) => Journal>> = {
  'to read': (file) => openToRead(file, clock),
  'to write': (file) => openToWrite(file, clock),
  'to read without a trace': (file) => openToRead(file, clock, true),
};

describe('what is no journal', () => {
  const others: Readonly<Record<string, (file: string) => void>> = {
    'another SQLite file': (file) => {
      const db = new Sqlite(file);
      db.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
      db.close();
    },
    'another SQLite file with a version': (file) => {
      const db = new Sqlite(file);
      db.exec('PRAGMA user_version = 1; CREATE TABLE session (x)');
      db.close();
    },
    'the file of another program': (file) => {
      const db = new Sqlite(file);
      db.exec('PRAGMA application_id = 252006673; CREATE TABLE blob (x)');
      db.close();
    },
    'a text file': (file) => writeFileSync(file, 'Dear diary,\n'.repeat(500)),
    'a short text file': (file) => writeFileSync(file, 'hello\n'),
    'a picture': (file) => writeFileSync(file, Buffer.from('89504e470d0a1a0a'.repeat(300), 'hex')),
  };

  describe.each(Object.entries(others))('%s', (_, make) => {
    test.each(Object.entries(doors))(
      'opened %s is refused with exit 4 and left as it is',
      (_, open) => {
        using folder = new Folder();
        const file = folder.at('file.db');
        make(file);
        const before = readFileSync(file);
        const refusal = refusalOf(() => open(file).close());
        expect(refusal.exitCode).toBe(EXIT.journal);
        expect(refusal.message).toBe(`${file} is not a praxis journal.`);
        expect(readFileSync(file).equals(before)).toBe(true);
        expect(folder.list()).toEqual(['file.db']);
      },
    );
  });

  test.each(Object.entries(doors))('a folder, opened %s, is told as one', (_, open) => {
    using folder = new Folder();
    const refusal = refusalOf(() => open(folder.path).close());
    expect(refusal.exitCode).toBe(EXIT.journal);
    expect(refusal.message).toBe(`${folder.path} is a folder.`);
  });

  test('a place below a file cannot be written to', () => {
    using folder = new Folder();
    writeFileSync(folder.at('file'), 'x');
    const refusal = refusalOf(() => addLee(openToWrite(folder.at('file', 'journal.db'), clock)));
    expect(refusal.exitCode).toBe(EXIT.journal);
    expect(refusal.message).toContain('under something that is not a folder');
  });
});

describe('a damaged journal', () => {
  test('cut off is refused with exit 4, or read as far as it goes, and never written to', () => {
    using folder = new Folder();
    const file = journalIn(folder);
    const { size } = statSync(file);
    for (const part of [100, 4096, size / 2, size - 1]) {
      const cut = folder.at(`cut-${part}.db`);
      copyFileSync(file, cut);
      truncateSync(cut, part);
      const before = readFileSync(cut);
      try {
        closed(openToRead(cut, clock), () => {});
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect((error as UserError).exitCode).toBe(EXIT.journal);
      }
      expect(readFileSync(cut).equals(before)).toBe(true);
    }
  });
});

describe('a journal of a newer praxis', () => {
  test('is refused with exit 4 and left as it is, by every door', () => {
    using folder = new Folder();
    const file = journalIn(folder);
    const db = new Sqlite(file);
    db.pragma('user_version = 99');
    db.close();
    const before = readFileSync(file);
    for (const open of Object.values(doors)) {
      const refusal = refusalOf(() => open(file));
      expect(refusal.exitCode).toBe(EXIT.journal);
      expect(refusal.message).toContain('newer praxis (schema 99');
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(folder.list()).toEqual(['journal.db']);
    }
  });
});

describe('a journal behind a link', () => {
  const place = (folder: Folder) => ({ env: {}, home: folder.path, platform: 'linux' as const });

  test('stays where it is', () => {
    using folder = new Folder();
    const file = journalIn(folder, 'real.db');
    symlinkSync('real.db', folder.at('link.db'));
    const found = journalFile(place(folder), folder.at('link.db'), undefined);
    expect(found).toBe(file);
    closed(openToWrite(found, clock), (journal) => addLee(journal, 'kim'));
    closed(openToRead(file, clock), (journal) => expect(codes(journal)).toEqual(['kim', 'lee']));
    expect(folder.list()).toEqual(['link.db', 'real.db']);
  });

  test('is read and written also when the link itself is opened', () => {
    using folder = new Folder();
    journalIn(folder, 'real.db');
    symlinkSync('real.db', folder.at('link.db'));
    closed(openToWrite(folder.at('link.db'), clock), (journal) => addLee(journal, 'kim'));
    closed(openToRead(folder.at('link.db'), clock), (journal) =>
      expect(codes(journal)).toEqual(['kim', 'lee']),
    );
    expect(folder.list()).toEqual(['link.db', 'real.db']);
  });

  test('whose target is still to be made is made at the target', () => {
    using folder = new Folder();
    mkdirSync(folder.at('synced'));
    symlinkSync('synced/journal.db', folder.at('link.db'));
    symlinkSync('link.db', folder.at('link-to-link.db'));
    const found = journalFile(place(folder), folder.at('link-to-link.db'), undefined);
    closed(openToRead(found, clock), (journal) => expect(codes(journal)).toEqual([]));
    closed(openToWrite(found, clock), (journal) => addLee(journal));
    expect(readdirSync(folder.at('synced'))).toEqual(['journal.db']);
    closed(openToRead(folder.at('link.db'), clock), (journal) =>
      expect(codes(journal)).toEqual(['lee']),
    );
  });

  test('that leads in a circle is refused with exit 4', () => {
    using folder = new Folder();
    symlinkSync('b.db', folder.at('a.db'));
    symlinkSync('a.db', folder.at('b.db'));
    const found = journalFile(place(folder), folder.at('a.db'), undefined);
    expect(refusalOf(() => addLee(openToWrite(found, clock))).exitCode).toBe(EXIT.journal);
    expect(folder.list()).toEqual(['a.db', 'b.db']);
  });
});

describe('reading', () => {
  test('leaves the file as it is, and one file', () => {
    using folder = new Folder();
    const file = journalIn(folder);
    const before = readFileSync(file);
    closed(openToRead(file, clock), (journal) => expect(codes(journal)).toEqual(['lee']));
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(folder.list()).toEqual(['journal.db']);
  });

  test('changes nothing through its connection', () => {
    using folder = new Folder();
    closed(openToRead(journalIn(folder), clock), ({ db }) => {
      expect(() => db.exec('DELETE FROM person')).toThrow(/readonly/);
    });
  });

  test('without a trace has nothing beside the file, not even for a moment', () => {
    using folder = new Folder();
    const file = journalIn(folder, 'strange ?name#%41.db');
    const before = readFileSync(file);
    closed(openToRead(file, clock, true), (journal) => {
      expect(codes(journal)).toEqual(['lee']);
      expect(folder.list()).toEqual(['strange ?name#%41.db']);
    });
    expect(folder.list()).toEqual(['strange ?name#%41.db']);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('sees what a killed praxis left in its log', () => {
    using folder = new Folder();
    afterKill(folder, (copy) => {
      closed(openToRead(copy, clock), (journal) => expect(codes(journal)).toEqual(['kim', 'lee']));
    });
  });

  test('without a trace never passes over what a killed praxis left in its log: it reads it, or says that it cannot', () => {
    using folder = new Folder();
    afterKill(folder, (copy) => {
      try {
        closed(openToRead(copy, clock, true), (journal) =>
          expect(codes(journal)).toEqual(['kim', 'lee']),
        );
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect((error as UserError).exitCode).toBe(EXIT.journal);
      }
    });
  });

  /** A copy of a journal as a `kill -9` leaves it: Lee in the file, Kim only in the log beside it. */
  function afterKill(folder: Folder, use: (copy: string) => void): void {
    const file = journalIn(folder);
    const copy = folder.at('killed.db');
    closed(openToWrite(file, clock), (journal) => {
      addLee(journal, 'kim');
      copyFileSync(file, copy);
      copyFileSync(`${file}-wal`, `${copy}-wal`);
    });
    expect(existsSync(`${copy}-wal`)).toBe(true);
    use(copy);
  }
});

test.each([false, true])(
  'a file that came from elsewhere runs no function of its own (read only: %s)',
  (readOnly) => {
    using folder = new Folder();
    const file = folder.at('journal.db');
    closed(openToWrite(file, clock), addLee);
    closed(openToRead(file, clock, readOnly), ({ db }) =>
      expect(db.pragma('trusted_schema', { simple: true })).toBe(0),
    );
  },
);
