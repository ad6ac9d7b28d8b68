import { rewritingTests } from '../e2e/both/rewriting';
import { test } from './fixtures';

rewritingTests(test);
