import { hiddenMarkTests } from '../e2e/both/hidden-marks';
import { test } from './fixtures';

hiddenMarkTests(test);
