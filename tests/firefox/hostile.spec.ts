import { hostileTests } from '../e2e/both/hostile';
import { test } from './fixtures';

hostileTests(test);
