import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { Vault } from '../../src/lib/secrets.js';

describe('What is sealed', () => {
  const secret = 'a secret of thirty-two characters';
  const vault = new Vault(secret);
  const [plain, owner] = [Buffer.from('Cough for three days.'), randomBytes(16)];

  it('opens for what it was sealed for, and says nothing before', () => {
    const sealed = vault.seal(plain, owner);
    expect(sealed.includes(plain)).to.equal(false);
    expect(vault.seal(plain, owner).equals(sealed)).to.equal(false);
    expect(vault.open(sealed, owner).equals(plain)).to.equal(true);
  });

  it('does not open for another owner, purpose or secret', () => {
    const sealed = vault.seal(plain, owner);
    expect(() => vault.open(sealed, randomBytes(16))).to.throw();
    expect(() => new Vault(secret, 'list-cursors').open(sealed, owner)).to.throw();
    expect(() => new Vault(`${secret}!`).open(sealed, owner)).to.throw();
  });

  it('does not open when a bit of it was altered, wherever', () => {
    const sealed = vault.seal(plain, owner);
    for (const index of sealed.keys()) {
      const altered = Buffer.from(sealed);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(() => vault.open(altered, owner), `byte ${index}`).to.throw();
    }
  });

  it('does not open when it was cut, be it to a tag that could be guessed', () => {
    const empty = vault.seal(Buffer.alloc(0), owner);
    for (let length = 0; length < empty.length; length++)
      expect(() => vault.open(empty.subarray(0, length), owner), `${length} bytes`).to.throw();
  });
});
