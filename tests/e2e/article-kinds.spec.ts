import { articleKindTests } from './both/article-kinds';
import { test } from './fixtures';

articleKindTests(test);
