// Writes the witness site and prints its folder, to try the tests without the generator:
//   ELIANE_PUBLIC=$(node proofs/write.mjs) npm test
import { goodFiles, writeSite } from './witness-site.mjs';

console.log(writeSite(goodFiles()).root);
