import { expect } from 'chai';
import fc from 'fast-check';
import { type escape as escaped, format } from 'mysql2';
import { withValues } from '../../src/lib/sql-values.js';

const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom("'", '\\', '?', "\\'; drop table patients -- ", '/*', '`', '<mark>'),
  fc.integer(),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('9999-12-31') }),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
);

describe('Values in statements', () => {
  it('are written as the driver writes them, whatever they hold', () => {
    const property = (values: Parameters<typeof escaped>[0][]) => {
      const statement = `select ${values.map((_value, index) => `? as \`v${index}\``).join(', ')} from \`t\``;
      expect(withValues(statement, values)).to.equal(format(statement, values, true, 'Z'));
      expect(withValues(statement, values), 'from memory').to.equal(format(statement, values, true, 'Z'));
    };
    fc.assert(fc.property(fc.array(scalar, { minLength: 1, maxLength: 8 }), property));
  });

  it('go where placeholders are, and nowhere inside quotes, names or comments', () => {
    for (const statement of [
      'select \'?\', "?", `?`, ? -- ?\n, ? /* ? */, ?',
      "select '\\'?', 'it''s ?', ?",
      'update `t` set `a?` = ?, `b` = ? where `c` = ?',
    ])
      for (const values of [[1, 'two', null].slice(0, 1), [1, 'two', null]])
        expect(withValues(statement, values), statement).to.equal(format(statement, values, true, 'Z'));
  });

  it('are left alone where there are none', () => {
    expect(withValues('begin', undefined)).to.equal('begin');
    expect(withValues('select ?', [])).to.equal('select ?');
  });

  it('of one statement do not depend on how many came with it before', () => {
    expect(withValues('select ?, ?', [1])).to.equal('select 1, ?');
    expect(withValues('select ?, ?', [1, 2])).to.equal('select 1, 2');
    expect(withValues('select ?, ?', [1, 2, 3])).to.equal('select 1, 2');
  });

  it('are never assignments, even when an object slips through', () => {
    const values = [{ password: 1 }];
    expect(withValues('select * from users where password = ?', values)).to.equal(
      "select * from users where password = '[object Object]'",
    );
  });
});
