import { spyTests } from './both/spies';
import { test } from './fixtures';

spyTests(test);
