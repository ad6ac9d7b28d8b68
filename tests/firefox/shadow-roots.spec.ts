import { shadowRootTests } from '../e2e/both/shadow-roots';
import { test } from './fixtures';

shadowRootTests(test);
