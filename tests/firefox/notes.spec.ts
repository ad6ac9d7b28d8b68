import { noteTests } from '../e2e/both/notes';
import { test } from './fixtures';

noteTests(test);
