import { accessTests } from '../e2e/both/access';
import { test } from './fixtures';

accessTests(test);
