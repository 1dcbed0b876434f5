import assert from 'node:assert/strict';
import { promises } from '../../frameworks/promises.js';

promises({
  name: 'angular',
  build: (run) => {
    run('ngc', '-p', 'tsconfig.json', '--noEmit');
    // Angular's templates have no way to say that a line is wrong, so what is said of the wrong ones is counted.
    assert.throws(
      () => run('ngc', '-p', 'tsconfig.wrong.json'),
      ({ message }: Error) => {
        assert.match(message, /'area' does not exist on type 'RegionSelectEvent'/);
        assert.match(message, /'LinkKind' and '"fax"' have no overlap/);
        assert.equal(message.match(/error/g)?.length, 2);
        return true;
      },
    );
    run('architect', 'app:build');
  },
});
