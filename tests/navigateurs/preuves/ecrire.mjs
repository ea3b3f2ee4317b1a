// Writes the witness site and prints its folder, to try the tests without the generator:
//   ELIANE_PUBLIC=$(node preuves/ecrire.mjs) npm test
import { goodFiles, writeSite } from './site-temoin.mjs';

console.log(writeSite(goodFiles()).root);
