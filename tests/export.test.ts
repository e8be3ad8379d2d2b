import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip } from './helpers.ts';

describe('export', () => {
  test('of nothing prints nothing', async () => {
    expect(await kimtrip(['export', 'sql', '--about', 'xi', '--certainty', 'uncommitted'])).toEqual({
      stdout: '',
      stderr: 'kimtrip: no claim passes these filters\n',
      code: 1,
    });
    const empty = await claimSetFolder({ article: {}, claims: [] }, 'Rain fell.');
    expect(await kimtrip(['export', 'jsonld', '--data', empty])).toEqual({
      stdout: '',
      stderr:
        'kimtrip: this claim set has no claims yet; write them into its claims.json, then run kimtrip verify DIR\n',
      code: 1,
    });
  });

  test.each([
    [
      [],
      'export needs <kind>: the kind of file (html, sql, duckdb, jsonld, schema-org); see kimtrip export --help',
    ],
    [
      ['sqll'],
      'no such kind of export: sqll (did you mean sql?); choose from html, sql, duckdb, jsonld, schema-org',
    ],
    [
      ['constructor'],
      'no such kind of export: constructor; choose from html, sql, duckdb, jsonld, schema-org',
    ],
    [['sql', '--json'], "unknown option '--json'; see kimtrip export --help"],
    [['sql', 'jsonld'], 'export prints to stdout; write kimtrip export sql > jsonld'],
  ])('%j is refused', async (argv, message) => {
    expect(await kimtrip(['export', ...argv])).toEqual({
      stdout: '',
      stderr: `kimtrip: ${message}\n`,
      code: 2,
    });
  });
});

test('export duckdb writes the same statements, without foreign keys and without what PostgreSQL alone reads', async () => {
  const [sql, duckdb] = await Promise.all(['sql', 'duckdb'].map((kind) => kimtrip(['export', kind])));
  const inserts = (script = '') => script.match(/^INSERT INTO claim .*$/gm);
  expect(inserts(duckdb?.stdout)).toEqual(inserts(sql?.stdout));
  expect(duckdb?.stdout).not.toMatch(/FOREIGN KEY|REFERENCES|^\/\*\/\*\*\/--\*\//m);
});

test('export csv says where CSV is printed', async () => {
  expect(await kimtrip(['export', 'csv'])).toEqual({
    stdout: '',
    stderr: 'kimtrip: no such kind of export: csv; kimtrip list --format csv prints it\n',
    code: 2,
  });
});
