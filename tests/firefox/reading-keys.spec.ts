import { readingKeyTests } from '../e2e/both/reading-keys';
import { test } from './fixtures';

readingKeyTests(test);
