import { backgroundStopTests } from '../e2e/both/background-stops';
import { test } from './fixtures';

backgroundStopTests(test);
