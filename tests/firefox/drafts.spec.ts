import { draftTests } from '../e2e/both/drafts';
import { test } from './fixtures';

draftTests(test);
