import { configureGlobal } from 'fast-check';
import { usualParameters } from './runs.ts';

// Before every test file. A gate has to be repeatable: with the seed of the moment, which is what
// fast-check takes otherwise, the same commit passes or fails by chance, and whoever is stopped by it has
// changed something else. Looking for new counterexamples is a command of its own, `npm run explore`;
// what it finds becomes an example in the ordinary run.
configureGlobal(usualParameters);
