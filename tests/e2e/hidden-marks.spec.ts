import { hiddenMarkTests } from './both/hidden-marks';
import { test } from './fixtures';

hiddenMarkTests(test);
