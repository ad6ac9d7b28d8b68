import { lostNoteTests } from './both/lost-notes';
import { test } from './fixtures';

lostNoteTests(test);
