import { hostileTests } from './both/hostile';
import { test } from './fixtures';

hostileTests(test);
