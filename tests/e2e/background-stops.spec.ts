import { backgroundStopTests } from './both/background-stops';
import { test } from './fixtures';

backgroundStopTests(test);
