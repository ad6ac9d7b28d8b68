import { rewritingTests } from './both/rewriting';
import { test } from './fixtures';

rewritingTests(test);
