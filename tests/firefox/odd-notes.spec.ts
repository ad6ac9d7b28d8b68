import { oddNoteTests } from '../e2e/both/odd-notes';
import { test } from './fixtures';

oddNoteTests(test);
