import { draftTests } from './both/drafts';
import { test } from './fixtures';

draftTests(test);
