import { correctionTests } from './both/corrections';
import { test } from './fixtures';

correctionTests(test);
