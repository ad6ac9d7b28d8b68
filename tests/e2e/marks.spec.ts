import { markTests } from './both/marks';
import { test } from './fixtures';

markTests(test);
