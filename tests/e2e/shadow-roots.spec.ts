import { shadowRootTests } from './both/shadow-roots';
import { test } from './fixtures';

shadowRootTests(test);
