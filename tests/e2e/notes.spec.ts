import { noteTests } from './both/notes';
import { test } from './fixtures';

noteTests(test);
