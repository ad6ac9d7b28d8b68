import { oddNoteTests } from './both/odd-notes';
import { test } from './fixtures';

oddNoteTests(test);
