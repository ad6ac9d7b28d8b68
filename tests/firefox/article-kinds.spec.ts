import { articleKindTests } from '../e2e/both/article-kinds';
import { test } from './fixtures';

articleKindTests(test);
