import { readingKeyTests } from './both/reading-keys';
import { test } from './fixtures';

readingKeyTests(test);
