import { accessTests } from './both/access';
import { test } from './fixtures';

accessTests(test);
