import { correctionTests } from '../e2e/both/corrections';
import { test } from './fixtures';

correctionTests(test);
