import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { EXIT, UserError } from '../errors.ts';
import { packageFolder } from './package.ts';

/** "prxs": tells a praxis journal from any other SQLite file. */
export const APPLICATION_ID = 0x70727873;

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The migrations that this praxis was shipped with, in order. */
export function shippedMigrations(): Migration[] {
  const folder = join(packageFolder(), 'migrations');
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.*\.sql$/.test(file))
    .sort()
    .map((file) => ({
      version: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      sql: readFileSync(join(folder, file), 'utf8'),
    }));
}

/**
 * Brings a journal to the newest schema. Each migration and its record are one transaction, so a crash
 * leaves the version before it. Migrations that were applied once must stand unchanged.
 * @param backUp called once, before the first change to a journal that holds something.
 * @throws UserError (journal) when the journal is newer, or a migration was edited or left out.
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  at: string,
  backUp: () => void,
): void {
  const found = versionOf(db);
  refuseUnknown(found, migrations.length);
  checkApplied(db, found, migrations);
  if (found > 0 && found < migrations.length) backUp();
  for (const migration of migrations) {
    if (migration.version <= found) continue;
    db.exec('BEGIN IMMEDIATE');
    try {
      // Another praxis may have been faster: the version counts only under the lock.
      const current = versionOf(db);
      refuseUnknown(current, migrations.length);
      if (current >= migration.version) {
        db.exec('ROLLBACK');
        continue;
      }
      checkApplied(db, current, migrations);
      db.exec(migration.sql);
      db.prepare(
        'INSERT INTO migration (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)',
      ).run(migration.version, migration.name, checksum(migration), at);
      db.pragma(`user_version = ${migration.version}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}

export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

export function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}

/** @throws UserError (journal) for a journal newer than this praxis. */
export function refuseUnknown(version: number, known: number): void {
  if (version <= known) return;
  throw new UserError(
    `This journal was written by a newer praxis (schema ${version}; this one knows ${known}).`,
    'Update praxis: npm install -g praxis. Until then praxis query --read-only and export csv --read-only read it. It was not touched.',
    EXIT.journal,
  );
}

/** @throws UserError (journal) when a migration that was applied is not the one that this praxis was shipped with. */
export function checkApplied(
  db: Database,
  current: number,
  migrations: readonly Migration[],
): void {
  if (current === 0) return;
  const applied = db.prepare('SELECT version, sha256 FROM migration ORDER BY version').all() as {
    version: number;
    sha256: string;
  }[];
  const known = migrations.filter(({ version }) => version <= current);
  const wrong = known.find(
    (migration, i) =>
      applied[i]?.version !== migration.version || applied[i]?.sha256 !== checksum(migration),
  );
  if (wrong === undefined && applied.length === known.length) return;
  throw new UserError(
    `Migration ${wrong?.version ?? applied.length} is not the one this journal was made with.`,
    'Install an unchanged praxis: npm install -g praxis. The journal was not touched.',
    EXIT.journal,
  );
}
