const { default: Sequencer } = require('@jest/test-sequencer');

/** Specs that start browsers, servers or the whole product, and one that makes files of 200,000 rows. */
const LONG = ['test/browser/', 'test/contract/', 'test/faults/', 'test/e2e/', 'test/integration/', 'formats/file-bytes'];
const folderOf = ({ path }) => LONG.find((name) => path.replaceAll('\\', '/').includes(`/${name}`));

/**
 * Those first, by turns from each folder, so that no worker is left with a long one in the end and no two of the same kind
 * have to share the machine. By itself jest goes by size until it has seen a file run, and the longest are the shortest texts.
 */
module.exports = class extends Sequencer {
  async sort(tests) {
    const taken = new Map();
    const turnOf = (test) => {
      const folder = folderOf(test);
      const turn = taken.get(folder) ?? 0;
      taken.set(folder, turn + 1);
      return folder ? turn : Infinity;
    };
    const turns = (await super.sort(tests)).map((test) => ({ test, turn: turnOf(test) }));
    return turns.toSorted((one, other) => (one.turn === other.turn ? 0 : one.turn - other.turn)).map(({ test }) => test);
  }
};
