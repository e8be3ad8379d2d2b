import { Client, type QueryResultRow } from 'pg';
import { UnreadableError } from '../errors.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** An archive that is open for reading. */
export interface Connection {
  /** @param values what `$1`, `$2` … stand for */
  rows<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

// In milliseconds.
const CONNECTING = 10_000;
const ANSWERING = 30_000;

/**
 * Opens an archive to read one state of it, whatever is loaded meanwhile. What the address leaves out comes from the
 * environment, as in libpq (`PGHOST`, `PGPASSWORD`, `PGSSLMODE` …).
 *
 * @param url `postgresql://user@host/database`
 * @throws {UnreadableError} where it cannot be reached, or is no archive of this version; a password is never shown
 */
export async function openArchive(url: string): Promise<Connection> {
  const name = withoutPassword(url);
  const told = (error: unknown) => new UnreadableError(`cannot read ${name}: ${reasonOf(error)}`);
  const client = clientFor(url, name);
  // A lost connection is an event as well, which would end the process with a trace.
  client.on('error', () => {});
  const rows = async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
    try {
      return (await client.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw told(error);
    }
  };
  try {
    await client.connect();
    // To compile a statement takes longer than any here runs.
    const [, found] = await Promise.all([
      client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL jit = off'),
      client.query<{ version: number }>('SELECT version FROM kimtrip_schema'),
    ]);
    const versions = found.rows.map(({ version }) => version);
    if (!versions.includes(SCHEMA_VERSION))
      throw new Error(
        `its tables are of version ${versions.join(', ')}, and this kimtrip reads version ${SCHEMA_VERSION}; load the stories into a new database with this kimtrip's export sql`,
      );
  } catch (error) {
    await client.end().catch(() => {});
    throw told(error);
  }
  return { rows, close: () => client.end().catch(() => {}) };
}

function clientFor(url: string, name: string): Client {
  if (/[?&]service=/.test(url))
    throw new UnreadableError(
      `cannot read ${name}: service files are not read; write what the service stands for, as in postgresql://user@host/archive`,
    );
  try {
    return new Client({
      connectionString: asInLibpq(url),
      application_name: 'kimtrip',
      // What is asked at once costs one way to the server and back.
      pipeline: true,
      connectionTimeoutMillis: CONNECTING,
      statement_timeout: ANSWERING,
      query_timeout: ANSWERING + CONNECTING,
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const isNoUrl = code === 'ERR_INVALID_URL' || error instanceof URIError;
    const reason = isNoUrl ? 'it is no address such as postgresql://user@host/archive' : message;
    throw new UnreadableError(`cannot read ${name}: ${reason}`);
  }
}

/** With what `sslmode` means there: `require` takes any certificate. */
const asInLibpq = (url: string): string =>
  /[?&]sslmode=/.test(url) && !/[?&]uselibpqcompat=/.test(url) ? `${url}&uselibpqcompat=true` : url;

const WRONG_PASSWORD = 'the password is missing or wrong; set PGPASSWORD or use ~/.pgpass';
const LOST = 'the connection was lost; try again';

/** By the codes of PostgreSQL (appendix A of its manual) and of Node. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no server answers there; is it running?',
  ENOENT: 'no server answers there; is it running?',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
  ETIMEDOUT: 'the server does not answer',
  '28P01': WRONG_PASSWORD,
  '28000': 'the server refuses this user',
  '3D000': 'there is no such database; make it with createdb and fill it with kimtrip export sql | psql',
  '42P01': 'it is no archive; fill it with kimtrip export sql | psql',
  '42501': 'this user may not read it; GRANT SELECT ON ALL TABLES IN SCHEMA public TO the user',
  '57014': 'the answer took longer than 30 seconds; ask for less',
  '57P01': LOST,
  ECONNRESET: LOST,
};

/** What the client itself says, without a code. */
const SAID: readonly (readonly [said: RegExp, reason: string])[] = [
  [/password must be a string|no password/i, WRONG_PASSWORD],
  [/server does not support SSL/i, 'the server offers no TLS, which sslmode asks for'],
  [/connection terminated|not queryable/i, LOST],
  [/timeout expired|read timeout/i, 'the server does not answer'],
];

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (code !== undefined && REASONS[code]) return REASONS[code];
  const [, reason] = SAID.find(([said]) => said.test(message)) ?? [];
  return reason ?? message.replace(/\s+/g, ' ');
}

/** The address as it may be shown: a password that is not encoded may hold any character, an @ too. */
export function withoutPassword(url: string): string {
  return url.replace(/^([a-z]+:\/\/[^:@/?]*):.*@/, '$1@').replace(/([?&]\w*password=)[^&]*/g, '$1…');
}
