import { spyTests } from '../e2e/both/spies';
import { test } from './fixtures';

spyTests(test);
