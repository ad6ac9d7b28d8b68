import { markTests } from '../e2e/both/marks';
import { test } from './fixtures';

markTests(test);
